import type { HistoryWords } from './history-en';

const lifts = (n: number): string => (n === 1 ? '1 Heben' : `${n} Hebevorgänge`);
const sessions = (n: number): string => (n === 1 ? '1 Sitzung' : `${n} Sitzungen`);
const trainings = (n: number): string => (n === 1 ? '1 Schulung' : `${n} Schulungen`);
const people = (n: number): string => (n === 1 ? '1 Person' : `${n} Personen`);

/** German. Kept in the same order as the English words. */
export const historyDe: HistoryWords = {
  short: 'Verlauf',
  title: 'Verlauf',
  back: 'Start',
  close: 'Schließen',
  cancel: 'Abbrechen',
  lifts: (n, shown) => (n === 1 ? '1 Heben' : `${shown} Hebevorgänge`),
  foundOf: (found, all) => `${found} von ${all} Hebevorgängen`,
  loading: 'Aufbewahrtes wird geholt',

  empty: {
    title: 'Noch ist nichts aufbewahrt',
    why: 'Jedes Heben, das du aufbewahrst, erscheint hier mit Urteil und Skelett: zum Ansehen, Vergleichen und Mitnehmen. Es bleibt auf diesem Gerät.',
    how: 'Schalte vor einer Prüfung „Meine Ergebnisse auf diesem Gerät aufbewahren“ ein, oder bewahre eine Prüfung an ihrem Ende auf.',
    demo: 'Ein Beispiel ansehen',
    demoWhy:
      'Ein Beispielclip wird geprüft wie dein eigenes Heben, und beim Aufbewahren als Beispiel gekennzeichnet.',
    noneFound: 'Kein Heben passt zu diesen Filtern.',
  },

  days: {
    title: 'Tage',
    cell: (day, n) => `${day}: ${lifts(n)}`,
    clear: 'Alle Tage',
    utc: 'Tage zählen nach UTC.',
    older: 'Früher',
    newer: 'Später',
    few: 'wenige',
    many: 'viele Hebevorgänge',
    keys: 'Pfeiltasten gehen von Tag zu Tag.',
  },

  filter: {
    title: 'Filter',
    search: 'Person, Aufgabe oder Notiz suchen',
    person: 'Person',
    anybody: 'Alle Personen',
    nobody: 'Niemand genannt',
    task: 'Aufgabe',
    anyTask: 'Jede Aufgabe',
    from: 'Von',
    until: 'Bis',
    check: 'Prüfpunkt',
    anyCheck: 'Jeder Prüfpunkt',
    state: 'Zustand',
    anyState: 'Jeder Zustand',
    clear: 'Filter löschen',
  },

  table: {
    caption: 'Hebevorgänge, neueste zuerst',
    when: 'Wann',
    verdict: 'Urteil',
    score: 'Punkte',
    checks: 'Prüfpunkte',
    who: 'Wer und was',
    open: (verdict, when) => `${verdict}, ${when}: dieses Heben ansehen`,
    session: 'Seine Sitzung',
    notALift: 'Kein Heben',
    noScore: 'keine Punkte',
    more: (n) => `${n} weitere zeigen`,
    kg: (mass) => `${mass} kg`,
  },

  trends: {
    title: 'Summen und Verlauf',
    share: (check) => `${check}: Anteil markiert`,
    score: 'Mittlere Punkte',
    shareText: (count, of, share, low, high) =>
      `${count} von ${of} beurteilten Hebevorgängen wurden markiert: ${share} (${low} bis ${high}).`,
    scoreText: (mean, error, of) =>
      `${mean} ±${error} von 100, aus ${of} Hebevorgängen mit Punkten.`,
    scoreOne: (mean) => `${mean} von 100, aus einem Heben: wie weit es streut, ist nicht bekannt.`,
    noShare: 'Kein Heben wurde hierin beurteilt.',
    noScore: 'Kein Heben hat Punkte.',
    note: 'Die Striche halten neunmal in zehn, wenn jedes Heben eines wie die anderen ist. Wenige Hebevorgänge, langer Strich.',
    numbers: 'Dasselbe als Zahlen',
    from: 'Ab',
    flagged: 'Markiert',
    judged: 'Beurteilt',
    interval: 'Bereich',
    mean: 'Mittel',
    scored: 'Mit Punkten',
    chart: (what, points) =>
      `${what}, ${points} Punkte in der Zeit, jeder mit seinem Strich. Die Zahlen folgen.`,
    over: { day: 'nach Tagen', week: 'nach Wochen', month: 'nach Monaten' },
  },

  care: {
    people: 'Personen',
    storage: 'Speicher',
    import: 'Einlesen',
    backup: 'Sicherung',
    csv: 'Tabelle (CSV)',
    judge: 'Neu beurteilen',
  },

  people: {
    title: 'Personen',
    lead: 'Ein Spitzname oder eine Nummer genügt. Namen bleiben auf diesem Gerät.',
    none: 'Noch ist niemand genannt.',
    name: 'Name',
    add: 'Hinzufügen',
    delete: 'Löschen',
    lifts,
    deleteTitle: (name) => `${name} überall löschen?`,
    deleteText: (name, n) =>
      n === 0
        ? `${name} hat keine Hebevorgänge. Der Name wird gelöscht.`
        : `${name} und ${n === 1 ? 'das eine Heben' : `alle ${n} Hebevorgänge`} dieser Person werden gelöscht, mit Skeletten, Notizen und Urteilen. Das lässt sich nicht zurücknehmen.`,
    deleteYes: (n) => (n === 0 ? 'Namen löschen' : `${lifts(n)} löschen`),
    taken: 'Jemand heißt hier schon so.',
  },

  storage: {
    title: 'Speicher auf diesem Gerät',
    used: (used, quota) => `${used} von etwa ${quota} belegt.`,
    usedOnly: (used) => `${used} belegt.`,
    unknown: 'Dieser Browser sagt nicht, wie viel belegt ist.',
    persistent: 'Dieser Browser hat zugesagt, es nicht von selbst zu löschen.',
    notPersistent: 'Dieser Browser darf es löschen, wenn der Platz knapp wird.',
    ask: 'Um dauerhaftes Aufbewahren bitten',
    refused: 'Er hat es nicht zugesagt. Eine Sicherung ab und zu ist sicherer.',
    retention: 'Sitzungen aufbewahren',
    forever: 'so lange ich will',
    months: (n) => (n % 12 === 0 ? (n === 12 ? '1 Jahr' : `${n / 12} Jahre`) : `${n} Monate`),
    retentionWhy: 'Ältere Sitzungen werden gelöscht, sobald Liftcheck geöffnet wird.',
    retentionTitle: 'Ältere Sitzungen löschen?',
    retentionText: (day, n) =>
      n === 0
        ? `Kein Heben ist älter als ${day}. Von nun an werden Sitzungen, die es sind, beim Öffnen von Liftcheck gelöscht.`
        : `${lifts(n)} von vor dem ${day} ${n === 1 ? 'wird' : 'werden'} jetzt gelöscht, mit den ganzen Sitzungen, und spätere, sobald sie so alt sind. Das lässt sich nicht zurücknehmen.`,
    retentionYes: 'Nicht länger aufbewahren',
    everything: 'Alles löschen',
    everythingTitle: 'Alles löschen?',
    everythingText: (n) =>
      `Alle Personen, Sitzungen und ${lifts(n)} auf diesem Gerät werden gelöscht. Nur eine Sicherungsdatei bringt sie zurück.`,
    everythingYes: (n) => `${lifts(n)} und alle Namen löschen`,
    gone: 'Alles ist gelöscht.',
    goneSessions: (n) => (n === 0 ? 'Nichts war so alt.' : `${sessions(n)} gelöscht.`),
  },

  take: {
    backup: 'Sicherung wird geschrieben',
    csv: 'Tabelle wird geschrieben',
    done: 'Liegt bei deinen Downloads.',
    frames: 'Einzelbilder (CSV)',
    session: 'Sitzungsdatei',
  },

  import: {
    title: 'Einlesen',
    lead: 'Eine Sitzungsdatei oder eine Sicherung von Liftcheck. Du siehst, was darin ist, bevor sich etwas ändert.',
    choose: 'Datei wählen',
    reading: 'Die Datei wird gelesen',
    kinds: { session: 'Sitzungsdatei', backup: 'Sicherung', analysis: 'Gespeicherte Prüfung' },
    world:
      'Ein Körper ohne sein Bild. Du kannst ihn von allen Seiten ansehen; seine Winkel werden nicht beurteilt, denn ohne das Bild weiß niemand, wie gut die Tiefe stimmt.',
    worldTime: 'Zeitpunkt',
    holds: (liftCount, sessionCount, peopleCount, trainingCount) =>
      `${lifts(liftCount)} in ${sessions(sessionCount)}, ${people(peopleCount)}${trainingCount === 0 ? '' : `, ${trainings(trainingCount)}`}`,
    span: (from, until) => `${from} bis ${until}`,
    tracks: (n) => `${lifts(n)} mit Skelett zum Abspielen und Neubeurteilen`,
    known: (n) =>
      n === 0
        ? 'Nichts davon ist schon hier.'
        : `${lifts(n)} davon ${n === 1 ? 'ist' : 'sind'} schon hier und ${n === 1 ? 'bleibt, wie es ist' : 'bleiben, wie sie sind'}.`,
    nothingNew: 'Alles davon ist schon hier.',
    take: 'Übernehmen',
    working: 'Wird übernommen',
    done: (n) => (n === 1 ? '1 Eintrag kam dazu.' : `${n} Einträge kamen dazu.`),
    why: 'Grund',
  },

  judge: {
    title: 'Neu beurteilen',
    lead: (n, rules) =>
      `${n} nach den heutigen Regeln (${rules}) beurteilen. Die ersten Urteile bleiben neben den neuen; nichts geht verloren.`,
    begin: 'Neu beurteilen',
    stop: 'Anhalten',
    working: (seen, of) => `${seen} von ${of}`,
    label: 'Wird neu beurteilt',
    done: (judged, changed) =>
      judged === 0
        ? 'Ein neues Urteil war nirgends nötig.'
        : `${lifts(judged)} mit neuem Urteil; ${changed === 0 ? 'keines sagt' : changed === 1 ? '1 sagt' : `${changed} sagen`} etwas anderes als zuvor. Beide sind aufbewahrt.`,
    already: (n) => `${lifts(n)}: schon nach den heutigen Regeln beurteilt.`,
    withoutPoses: (n) => `${lifts(n)} ohne Posen: nicht neu beurteilt.`,
    stopped: 'Angehalten. Was bis dahin beurteilt war, ist aufbewahrt.',
  },

  session: {
    title: 'Sitzung',
    gone: 'Diese Sitzung ist auf diesem Gerät nicht (mehr) aufbewahrt.',
    origins: {
      camera: 'Kamera',
      demo: 'Beispielclip',
      video: 'Video',
      poses: 'Gespeicherte Posen',
    },
    cutOff: 'Sie wurde vor ihrem Ende abgeschnitten.',
    running: 'Sie läuft noch.',
    compareSession: 'Mit einer anderen Sitzung vergleichen',
    comparison: {
      title: 'Zwei Sitzungen verglichen',
      lead: 'Von jedem Heben der stärkste Wert; das Mittel über die Sitzung, und wie oft markiert wurde.',
      flagged: (count, of) => `${count} von ${of} markiert`,
      tooFew: 'zu wenig beurteilt, um es zu sagen',
      note: 'Der Fehler vereint, wie verschieden gehoben wurde, mit dem Fehler jeder Messung. Innerhalb des Fehlers ist kein Unterschied gezeigt; es kann trotzdem einen geben.',
    },
    video: 'Ihr Video ist auf diesem Gerät behalten.',
    videoGone: 'Ihr Video ist nicht mehr da.',
    takeVideo: 'Das Video laden',
    deleteVideo: 'Nur das Video löschen',
    lasted: (minutes) => `${minutes} lang`,
    person: 'Wer gehoben hat',
    task: 'Was gehoben wurde',
    addPerson: 'Jemand Neues …',
    newName: 'Name der neuen Person',
    saved: 'Gespeichert.',
    timeline: 'Hebevorgänge über die Zeit',
    atTime: (t) => `bei ${t}`,
    number: 'Heben',
    choose: (n) => `Heben ${n} zum Vergleich wählen`,
    compare: 'Die zwei gewählten vergleichen',
    compareHint: 'Wähle zwei Hebevorgänge, um sie zu vergleichen.',
    report: 'Bericht',
    delete: 'Sitzung löschen',
    deleteLift: (n) => `Heben ${n} löschen`,
    deleteTitle: 'Diese Sitzung löschen?',
    deleteText: (n) =>
      `Die Sitzung wird gelöscht, mit allem darin: ${lifts(n)}, Skelette und Notizen. Das lässt sich nicht zurücknehmen.`,
    deleteYes: 'Sitzung löschen',
    deleteLiftTitle: (n) => `Heben ${n} löschen?`,
    deleteLiftText:
      'Urteil, Skelett und Notizen werden gelöscht. Das lässt sich nicht zurücknehmen. Soll es nur nirgends zählen, dann kennzeichne es als kein Heben.',
    deleteLiftYes: 'Heben löschen',
    none: 'In dieser Sitzung ist kein Heben aufbewahrt.',
  },
};
