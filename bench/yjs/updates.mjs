/** For each line of standard input, what a client of y-websocket sends when it adds that text to a list: base64, a line each. */

import { readFileSync } from "node:fs";
import * as encoding from "lib0/encoding";
import { writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";

const SYNC = 0;
const doc = new Y.Doc();
const notes = doc.getArray("notes");

doc.on("update", (update) => {
  const message = encoding.createEncoder();
  encoding.writeVarUint(message, SYNC);
  writeUpdate(message, update);
  console.log(Buffer.from(encoding.toUint8Array(message)).toString("base64"));
});

for (const text of readFileSync(0, "utf8").split("\n")) notes.push([{ text }]);
