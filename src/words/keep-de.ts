import type { KeepWords } from './keep-en';

export const keepDe: KeepWords = {
  choose: 'Meine Ergebnisse auf diesem Gerät behalten',
  chooseWhy: 'Urteile und Skelett zu jedem Heben, kein Video. Zum Wiederansehen und Vergleichen.',
  privacyOn:
    'Dein Video bleibt auf diesem Gerät. Urteile und Skelett zu jedem Heben werden hier behalten.',
  mayGo:
    'Dieser Browser löscht es vielleicht, wenn der Platz knapp wird. Sicherer ist eine Sicherung aus dem Verlauf.',
  who: 'Wer hebt',
  nobody: 'Niemand genannt',
  somebodyNew: 'Jemand Neues …',
  name: 'Name, Spitzname oder Nummer',
  add: 'Hinzufügen',
  task: 'Was gehoben wird',
  taskExample: 'zum Beispiel eine Kiste',
  mark: (n) => `${n} behalten`,
  goesOn:
    'Die Prüfung geht weiter. Was du gehoben hast, bleibt da, bis du die Seite verlässt; am Ende kannst du es behalten.',
  held: 'Deine Ergebnisse sind noch da, bis du diese Seite verlässt.',
  keep: 'Diese Prüfung behalten',
  keepWhy: 'Nur auf diesem Gerät: Urteile und Skelett, kein Video.',
  keeping: 'Wird behalten …',
  kept: 'Auf diesem Gerät behalten.',
  see: 'Im Verlauf ansehen',
  video: (megabytes) => `Auch das Video behalten (${megabytes} MB)`,
  videoWhy: 'Es zeigt dich. Es lässt sich einzeln löschen.',
  videoKept: 'Auch das Video ist behalten.',
  done: 'Fertig',
  cutOff: (n) =>
    `Deine letzte Prüfung wurde abgebrochen. Was bis dahin gehoben war, ist behalten (${n} Mal).`,
  cutOffSee: 'Ansehen',
  cutOffClose: 'Schließen',
};
