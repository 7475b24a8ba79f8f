/** What a finding says, in plain words: the sentence, why it matters, what would mend it. One place for each key. */

import { nameOf } from "./draw.js";
import { person } from "./seen.js";
import { orErased } from "./terms.js";
import { t } from "./words.js";

/** @typedef {import("./advice.js").Finding} Finding */
/** @typedef {import("./seen.js").View} View */

/**
 * What a sentence is filled with: names and a title as they are, and how many.
 * @typedef {{names: string, scene: string, points: string, scenes: string, cards: number, words: string}} Facts
 */
/** @typedef {{says: (facts: Facts) => string, why: () => string, mend: () => string}} Sentences */

/** @type {Record<string, Sentences>} */
const FOUND = {
  // Coverage
  nobody: {
    says: ({ scene }) => t("Bij “{scene}” is er op dit punt nog niemand.", { scene }),
    why: () => t("Gaat het hier mis, dan komt er niemand."),
    mend: () => t("Vraag wie kan bijspringen, en wie als tweede."),
  },
  no_backup: {
    says: ({ scene, points, names }) => t("Bij “{scene}” is er op {points} maar één persoon. Dat is {names}.", { scene, points, names }),
    why: () => t("Is die persoon ziek of weg, dan is er niemand."),
    mend: () => t("Vraag wie het overneemt als het niet lukt."),
  },
  no_safeguard: {
    says: ({ scene, points }) => t("Bij “{scene}” staat op {points} niet hoe we het voorkomen.", { scene, points }),
    why: () => t("Voorkomen is beter dan bijspringen."),
    mend: () => t("Vraag: hoe voorkomen we dat?"),
  },
  not_agreed: {
    says: ({ scene, points }) => t("Bij “{scene}” is er op {points} wel hulp, maar geen afspraak.", { scene, points }),
    why: () => t("Een aanbod is nog geen afspraak. Niemand weet precies wanneer het gebeurt."),
    mend: () => t("Maak een afspraak: wie doet wat, en wanneer?"),
  },
  agreement_alone: {
    says: ({ names }) => t("Lukt het {names} niet, dan neemt niemand deze afspraak over.", { names }),
    why: () => t("Iedereen is wel eens ziek of weg."),
    mend: () => t("Zet er iemand bij die het dan doet."),
  },
  // The drop-out test
  scene_without_one: {
    says: ({ scene, names }) => t("Zonder {names} is er bij “{scene}” niemand.", { scene, names }),
    why: () => t("Alles in deze scène rust op één persoon."),
    mend: () => t("Vraag wie hier nog meer kan helpen."),
  },
  scene_without_two: {
    says: ({ scene, names }) => t("Zijn {names} allebei weg, dan is er bij “{scene}” niemand.", { scene, names }),
    why: () => t("Twee mensen kunnen op dezelfde dag uitvallen."),
    mend: () => t("Vraag een derde persoon om hier te helpen."),
  },
  without_one: {
    says: ({ points, names }) => t("Zonder {names} is er op {points} niemand.", { points, names }),
    why: () => t("Er rust veel op één persoon."),
    mend: () => t("Vraag wie een deel kan overnemen."),
  },
  without_two: {
    says: ({ points, names }) => t("Zijn {names} allebei weg, dan is er op {points} niemand.", { points, names }),
    why: () => t("Twee mensen kunnen op dezelfde dag uitvallen."),
    mend: () => t("Vraag op een van die punten een derde persoon."),
  },
  one_in_all: {
    says: ({ scene, names }) => t("Bij “{scene}” helpt {names} op elk punt.", { scene, names }),
    why: () => t("Op een dag zonder die persoon is er overal een helper minder."),
    mend: () => t("Kijk of iemand anders een punt kan overnemen."),
  },
  // Bottom lines
  not_met: {
    says: () => t("Bij deze bodemeis is er nog geen afspraak."),
    why: () => t("Een bodemeis moet in elk geval gebeuren."),
    mend: () => t("Maak een afspraak die deze bodemeis haalt."),
  },
  not_watched: {
    says: () => t("Op deze bodemeis let alleen wie het zelf doet, of niemand."),
    why: () => t("Lukt het niet, dan merkt niemand dat op tijd."),
    mend: () => t("Vraag iemand anders om erop te letten."),
  },
  // The week
  clash: {
    says: ({ names }) => t("{names} moet met het ene beginnen terwijl het andere nog niet klaar is.", { names }),
    why: () => t("Eén van de twee gebeurt dan niet."),
    mend: () => t("Kies een andere tijd, of vraag iemand anders voor één van de twee."),
  },
  at_once: {
    says: ({ names }) => t("{names} doet deze twee dingen op dezelfde tijd.", { names }),
    why: () => t("Soms kan dat samen. Soms moet iemand dan op twee plekken zijn."),
    mend: () => t("Vraag of het samen kan. Zo niet: wie doet het andere?"),
  },
  not_every_week: {
    says: ({ scene }) => t("Bij “{scene}” is er in sommige weken iemand, en in andere weken niet.", { scene }),
    why: () => t("Misschien hoort dat zo. Misschien vergat iemand een week."),
    mend: () => t("Vraag: wie is er in de andere weken?"),
  },
  nothing_at_night: {
    says: () => t("Geen enkele afspraak met een tijd is in de nacht."),
    why: () => t("Ook in de nacht kan iets misgaan."),
    mend: () => t("Vraag: wie kan er in de nacht komen of bellen?"),
  },
  nothing_on_wednesday_afternoon: {
    says: () => t("Geen enkele afspraak met een tijd is op woensdagmiddag."),
    why: () => t("Dan zijn kinderen vroeg uit school."),
    mend: () => t("Vraag: waar zijn de kinderen dan, en wie is erbij?"),
  },
  nothing_at_weekend: {
    says: () => t("Geen enkele afspraak met een tijd is in het weekend."),
    why: () => t("Dan is er geen school, en is iedereen meer thuis."),
    mend: () => t("Vraag: hoe ziet een zaterdag eruit? En een zondag?"),
  },
  nothing_in_holidays: {
    says: ({ scenes }) => t("In de schoolvakantie is er bij {scenes} niemand.", { scenes }),
    why: () => t("Deze afspraken zijn er alleen op schooldagen."),
    mend: () => t("Vraag: hoe gaat het hier in de vakantie?"),
  },
  holidays_unknown: {
    says: () => t("Wij weten nog niet wanneer het in deze weken schoolvakantie is."),
    why: () => t("Dan kan een afspraak op een vrije dag staan."),
    mend: () => t("Kijk in de schoolgids, en schrijf de data bij de afspraak."),
  },
  not_in_week: {
    says: () => t("Deze afspraken staan niet in de week: er staat geen dag bij, of wij begrijpen die niet."),
    why: () => t("Van wat niet in de week staat, zien we niet of het past."),
    mend: () => t("Schrijf een dag en een tijd, zoals: elke schooldag om 8.15 uur."),
  },
  // The load
  too_often: {
    says: ({ names }) => t("{names} moet in een week meer dan twee keer per dag iets doen.", { names }),
    why: () => t("Dan is er geen dag vrij. Dat houdt bijna niemand vol."),
    mend: () => t("Vraag wie een deel kan overnemen."),
  },
  too_long: {
    says: ({ names }) => t("{names} geeft in een week meer dan acht uur.", { names }),
    why: () => t("Dat is zware zorg naast een eigen leven."),
    mend: () => t("Vraag wie een deel kan overnemen."),
  },
  most_of_it: {
    says: ({ names }) => t("{names} doet meer dan de helft van alles.", { names }),
    why: () => t("Er rust veel op één persoon."),
    mend: () => t("Vraag wie een deel kan overnemen."),
  },
  // Self-check
  doer_watches: {
    says: ({ names }) => t("{names} doet deze afspraak en let er zelf op.", { names }),
    why: () => t("Een ander ziet eerder dat iets niet lukt."),
    mend: () => t("Vraag iemand anders om erop te letten."),
  },
  backup_watches: {
    says: ({ names }) => t("{names} neemt deze afspraak over en let er ook op.", { names }),
    why: () => t("Neemt die persoon het over, dan let niemand meer op."),
    mend: () => t("Vraag iemand anders om erop te letten."),
  },
  // Professionals only
  only_professionals: {
    says: ({ scene, points, names }) => t("Bij “{scene}” zijn er op {points} alleen professionals: {names}.", { scene, points, names }),
    why: () => t("Zij zijn er niet altijd, en later gaan zij weg."),
    mend: () => t("Vraag wie uit de familie of de buurt dit ook kan."),
  },
  // The child
  no_child_action: {
    says: ({ scenes }) => t("Bij {scenes} staat nog niet wat het kind doet en wie er bij het kind is.", { scenes }),
    why: () => t("Een kind moet weten wat het kan doen en naar wie het toe kan."),
    mend: () => t("Vraag bij elke scène: wat doet het kind? Naar wie gaat het kind toe?"),
  },
  no_child_asked: {
    says: ({ names }) => t("Geen kind gaf een cijfer of een antwoord: {names}.", { names }),
    why: () => t("Het plan is er voor de kinderen."),
    mend: () => t("Vraag elk kind om een cijfer, of om een antwoord bij een afspraak."),
  },
  child_not_asked: {
    says: ({ names }) => t("Nog geen cijfer en geen antwoord van: {names}.", { names }),
    why: () => t("Het plan is er voor elk kind."),
    mend: () => t("Vraag dit kind om een cijfer. Een kind dat klein is, kan een gezichtje kiezen."),
  },
  child_carries: {
    says: ({ names }) => t("Deze afspraak rust op een kind: {names}.", { names }),
    why: () => t("Een kind is kind. Dit is werk voor een volwassene."),
    mend: () => t("Vraag een volwassene om dit te doen."),
  },
  // Nothing left lying
  worry_open: {
    says: () => t("Deze zorg heeft nog geen antwoord."),
    why: () => t("Elke zorg telt, en komt op papier."),
    mend: () => t("Maak er een afspraak bij, of zet de zorg met een reden op de parkeerplaats."),
  },
  worry_unheard: {
    says: ({ cards }) => (cards === 1 ? t("Er ligt nog 1 zorg bij de nieuwe kaarten.") : t("Er liggen nog {n} zorgen bij de nieuwe kaarten.", { n: cards })),
    why: () => t("De anderen kennen deze zorg nog niet."),
    mend: () => t("Vraag of de kaart op het scherm mag, of parkeer de zorg met een reden."),
  },
  not_talked_through: {
    says: ({ scene }) => t("“{scene}” is nog niet besproken.", { scene }),
    why: () => t("In elke scène kan iets misgaan dat nog niemand zei."),
    mend: () => t("Loop deze scène samen door."),
  },
  strength_unheard: {
    says: ({ cards }) => (cards === 1 ? t("Er ligt nog 1 kaart over wat goed gaat bij de nieuwe kaarten.") : t("Er liggen nog {n} kaarten over wat goed gaat bij de nieuwe kaarten.", { n: cards })),
    why: () => t("Wat goed gaat, kan een afspraak sterker maken."),
    mend: () => t("Zet de kaart op het scherm, of zet die bij een afspraak."),
  },
  doer_left: {
    says: ({ names }) => t("Wie dit zou doen, is weg: {names}.", { names }),
    why: () => t("Deze afspraak rust nu op niemand."),
    mend: () => t("Vraag iemand anders om dit te doen."),
  },
  doer_cannot: {
    says: ({ names }) => t("Wie dit zou doen, zegt nee: {names}.", { names }),
    why: () => t("Deze afspraak rust nu op niemand."),
    mend: () => t("Vraag wat wel kan, of vraag iemand anders."),
  },
  part_left: {
    says: ({ names }) => t("Bij deze afspraak hoort iemand die weg is: {names}.", { names }),
    why: () => t("Op die persoon kan nu niemand rekenen."),
    mend: () => t("Vraag iemand anders voor dit deel."),
  },
  part_cannot: {
    says: ({ names }) => t("Bij deze afspraak zegt iemand nee: {names}.", { names }),
    why: () => t("Op die persoon kan nu niemand rekenen."),
    mend: () => t("Vraag iemand anders voor dit deel."),
  },
  // Sharpness
  no_person: {
    says: ({ words }) => (words ? t("Wie doet het? Er staat: “{words}”.", { words }) : t("Er staat niet wie dit doet.")),
    why: () => t("Wat van iedereen is, doet niemand."),
    mend: () => t("Wie doet dit? Noem één persoon."),
  },
  not_seen: {
    says: ({ words }) => (words ? t("Dit kan niemand zien: “{words}”.", { words }) : t("Er staat niet wat je dan ziet gebeuren.")),
    why: () => t("Wat niemand kan zien, kan niemand nakijken."),
    mend: () => t("Wat zie je dan gebeuren?"),
  },
  vague_word: {
    says: ({ words }) => t("Dit is vaag: “{words}”.", { words }),
    why: () => t("Bij dit woord denkt ieder aan iets anders."),
    mend: () => t("Hoe vaak, hoeveel of hoe laat is dat precies?"),
  },
  no_time: {
    says: ({ words }) => (words ? t("Wanneer is dat: “{words}”?", { words }) : t("Er staat geen moment bij.")),
    why: () => t("Zonder moment is het nooit te laat."),
    mend: () => t("Op welke dag en hoe laat? Of: als wat gebeurt?"),
  },
  no_notice: {
    says: ({ words }) => (words ? t("Niemand kijkt of het gebeurt: “{words}”.", { words }) : t("Er staat niet wie het merkt.")),
    why: () => t("Als niemand kijkt, weet niemand of het lukt."),
    mend: () => t("Wie ziet dat het gebeurd is, en waaraan?"),
  },
};

/** Whether this desk has words for it. @param {Finding} finding */
export function isKnown(finding) {
  return finding.what in FOUND;
}

/** The sentence of one finding. @param {Finding} finding @param {View} view @param {string} lang */
export function saysOf(finding, view, lang) {
  const { scenes, cards, people } = finding;
  const scene = scenes[0] ? orErased(view.scenes[scenes[0]]?.title) : t("een scène die weg is");
  return FOUND[finding.what]?.says({ names: namesOf(view, people, lang), scene, points: pointsWord(cards.length), scenes: scenesWord(scenes.length), cards: cards.length, words: finding.words.join(", ") }) ?? "";
}

/** Why it matters, and what would mend it: the same for all of its kind. @param {string} what */
export function adviceOn(what) {
  const words = FOUND[what];
  return { why: words?.why() ?? "", mend: words?.mend() ?? "" };
}

/** @param {View} view @param {string[]} people @param {string} lang */
export function namesOf(view, people, lang) {
  return new Intl.ListFormat(lang || "nl").format(people.map((id) => nameOf(person(view, id))));
}

/** @param {number} n */
function pointsWord(n) {
  return n === 1 ? t("1 punt") : t("{n} punten", { n });
}

/** @param {number} n */
function scenesWord(n) {
  return n === 1 ? t("1 scène") : t("{n} scènes", { n });
}

/** The headings, the heaviest first. @type {[Finding["weight"], () => string][]} */
export const WEIGHTS = [
  ["must_look_at", () => t("Kijk hier eerst naar")],
  ["look_at", () => t("Kijk hier ook naar")],
  ["good_to_know", () => t("Goed om te weten")],
];
