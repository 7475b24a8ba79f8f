/** How the field's words are said on a screen: one place for each, in plain Dutch. Asked anew at every drawing, in the language of now. */

import { t } from "./words.js";

/** @typedef {Record<string, () => string>} Terms */

/** @param {Terms} terms @returns {(key: string|null|undefined) => string} */
const said = (terms) => (key) => (key && terms[key] ? terms[key]() : "");

export const kindWord = said({
  worry: () => t("Zorg"),
  strength: () => t("Gaat goed"),
  risk: () => t("Kan misgaan"),
  warning_sign: () => t("Hieraan merk je het"),
  safeguard: () => t("Zo voorkomen we het"),
  help_step_in: () => t("Kan bijspringen"),
  help_keep_watch: () => t("Houdt een oogje in het zeil"),
  child_action: () => t("Wat het kind doet"),
});

export const questionWord = said({
  strength: () => t("Wat gaat hier goed?"),
  risk: () => t("Waar kan het misgaan?"),
  warning_sign: () => t("Waaraan merk je het?"),
  safeguard: () => t("Hoe voorkomen we dat?"),
  help_step_in: () => t("Wie kan bijspringen?"),
  help_keep_watch: () => t("Wie houdt een oogje in het zeil?"),
  child_action: () => t("Wat doet het kind? Naar wie gaat het kind toe?"),
  worry: () => t("Waar maak je je zorgen over?"),
});

export const phaseWord = said({
  welcome: () => t("Welkom"),
  bottom_lines: () => t("Bodemeisen"),
  worries_strengths: () => t("Zorgen en krachten"),
  scale: () => t("Het cijfer"),
  film: () => t("De film"),
  agreements: () => t("Afspraken"),
  dry_run: () => t("Droogoefening"),
  adoption: () => t("Het plan"),
  evaluation: () => t("Evaluatie"),
});

export const phaseTitle = said({
  welcome: () => t("Welkom. Zo praten we met elkaar"),
  bottom_lines: () => t("Wat moet er in elk geval gebeuren?"),
  worries_strengths: () => t("Wat zijn de zorgen? Wat gaat goed?"),
  scale: () => t("Hoe veilig is het nu voor de kinderen?"),
  film: () => t("De film van onze dag"),
  agreements: () => t("Wie doet wat, en wanneer?"),
  dry_run: () => t("En als het anders loopt?"),
  adoption: () => t("Ons plan"),
  evaluation: () => t("Hoe gaat het met de afspraken?"),
});

export const coverWord = said({
  enough: () => t("genoeg hulp"),
  one_somewhere: () => t("op een punt één persoon"),
  one: () => t("één persoon"),
  not_everywhere: () => t("niet op elk punt hulp"),
  nobody: () => t("nog niemand"),
});

export const roleWord = said({
  parent: () => t("ouder"),
  child: () => t("kind"),
  network: () => t("netwerk"),
  professional: () => t("professional"),
});

export const answerWord = said({
  yes: () => t("ja"),
  yes_if: () => t("ja, als"),
  no: () => t("nee"),
  no_longer: () => t("kan het niet meer"),
});

export const outcomeWord = said({
  well: () => t("gaat goed"),
  partly: () => t("gaat deels"),
  not: () => t("gaat niet"),
});

/** What one can note of an agreement. */
export const proofWord = said({
  practised: () => t("Geoefend"),
  worked: () => t("Gelukt in het echt"),
  under_stress: () => t("Gelukt toen het moeilijk was"),
});

export const dryRunWord = said({
  holds: () => t("zo lukt het"),
  almost: () => t("dat lukt bijna"),
  not: () => t("zo lukt het nog niet"),
});

export const lookWord = said({
  first_look: () => t("Eerste keer kijken"),
  evaluation: () => t("Evaluatie"),
  recheck: () => t("Nog eens kijken"),
});

export const decisionWord = said({
  go_on: () => t("Doorgaan met dit plan"),
  adjust: () => t("Het plan aanpassen"),
  step_out: () => t("De procesbegeleider stapt eruit"),
  escalate: () => t("Opschalen: de verwijzer grijpt in"),
});

/** The words of a text that may have been erased. @param {string|null|undefined} text @returns {string} */
export function orErased(text) {
  return text ?? t("gewist");
}

/** A date as people say it. @param {string|null|undefined} day an ISO date @param {string} lang @returns {string} */
export function dayWord(day, lang) {
  if (!day) return "";
  return new Intl.DateTimeFormat(lang || "nl", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
}

/** A day without its year, among others of the same meeting. @param {string} day an ISO date @param {string} lang @returns {string} */
export function monthDay(day, lang) {
  return new Intl.DateTimeFormat(lang || "nl", { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
}
