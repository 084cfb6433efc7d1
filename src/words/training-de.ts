import type { TrainingWords } from './training-en';

const people = (n: number): string => (n === 1 ? '1 Person' : `${n} Personen`);

/** German. Kept in the same order as the English words. */
export const trainingDe: TrainingWords = {
  short: 'Gruppe schulen',
  title: 'Trainings',
  back: 'Start',
  toTrainings: 'Trainings',
  newOne: 'Neues Training',
  loading: 'Aufbewahrtes wird geholt',
  gone: 'Dieses Training ist auf diesem Gerät nicht oder nicht mehr aufbewahrt.',
  people,

  taskLines: {
    'floor-to-waist': 'Eine Kiste vom Boden aufheben und auf Tischhöhe bringen.',
    'turn-and-place':
      'Eine Kiste aufheben und seitlich auf einen Tisch stellen: Die Füße drehen, nicht der Rücken.',
    'carry-and-set-down': 'Eine Kiste aufheben, einige Schritte tragen, wieder abstellen.',
    'awkward-load': 'Etwas Großes, Weiches oder Lebendiges, das sich schwer greifen lässt.',
    'two-people': 'Zwei heben zusammen auf ein verabredetes Wort. Eine Person wird gemessen.',
    own: 'Alles andere: Beschreib es unten.',
  },

  empty: {
    title: 'Schule eine Gruppe vor einer Kamera',
    lead: 'Alle kommen der Reihe nach dran. Jede Person macht drei kurze Runden:',
    steps: [
      {
        name: 'Erst in Stille',
        line: 'Ein paar Mal heben wie bei der Arbeit. Niemand sagt etwas.',
      },
      { name: 'Dann ein Hinweis', line: 'Nach jedem Heben ein Rat für das nächste, nie mehr.' },
      {
        name: 'Noch einmal still',
        line: 'Dasselbe noch einmal: was sich geändert hat, und um wie viel.',
      },
    ],
    how: 'Du brauchst einen Computer mit Kamera, etwa drei Meter Platz und die Last. Das Planen dauert zwei Minuten; alles bleibt auf diesem Gerät.',
    begin: 'Training planen',
  },

  list: {
    goesOn: 'Es geht weiter, wo es war',
    goOn: 'Weiter',
    runs: 'Nicht beendet',
    planned: 'Geplant, nicht begonnen',
    doneOf: (done, of) => `${done} von ${of} sind durch`,
    result: 'Ergebnis',
    report: 'Bericht',
    plan: 'Plan',
    again: 'Noch einmal so',
    againWhy: 'Dieselben Personen und Aufgabe noch einmal. Die Zustimmung wird neu erfragt.',
    delete: 'Löschen',
    deleteOf: (when) => `Training vom ${when} löschen`,
    deleteTitle: 'Dieses Training löschen?',
    deleteText: (n) =>
      `Das Training und alles darin Gehobene wird gelöscht, mit Skeletten, von ${people(n)}. Das lässt sich nicht zurücknehmen.`,
    deleteYes: 'Training löschen',
    times: (n) => (n === 1 ? 'einmal gehalten' : `${n} Mal gehalten`),
  },

  overTime: {
    title: 'Im Lauf der Zeit',
    who: 'Wer',
    everybody: 'Alle',
    check: 'Prüfung',
    heading: (check) => `${check}: Anteil markierter Hebevorgänge`,
    chart: (check, n) =>
      `${check}: Anteil markierter Hebevorgänge vorher und nachher in ${n} Trainings, je mit Spanne. Die Zahlen folgen.`,
    note: 'Die Spannen gelten in neun von zehn Fällen, wenn jedes Heben eines wie die anderen ist. Wenige Hebevorgänge, lange Spanne.',
    numbers: 'Dasselbe als Zahlen',
    training: 'Training',
    ofLifts: (count, of) => `${count} von ${of}`,
    none: 'nicht beurteilt',
    nothing: 'In diesen Trainings wurde dazu kein Heben beurteilt.',
  },

  plan: {
    title: 'Training planen',
    keptHere: 'Diese Liste wird beim Schreiben auf diesem Gerät aufbewahrt, sonst nirgends.',
    saved: 'Gespeichert.',
    where: 'Wo und wer',
    site: 'Ort',
    siteExample: 'Halle 2',
    trainer: 'Leitung',
    task: 'Was gehoben wird',
    what: 'Die Last',
    whatExample: 'Kiste mit zwei Griffen',
    mass: 'Gewicht',
    from: 'Von',
    fromExample: 'Palette am Boden',
    to: 'Nach',
    toExample: 'Tisch, hüfthoch',
    lifts: 'Wie oft an jeder Station',
    liftsHint: {
      baseline: 'still, wie bei der Arbeit',
      try: 'nach jedem ein Hinweis',
      retest: 'wieder still',
    },
    liftsRange: (from, to) => `Bitte zwischen ${from} und ${to}.`,
    massRange: (most) => `Bitte höchstens ${most}.`,
    optional: 'freiwillig',

    roster: 'Wer mitmacht',
    name: 'Name, Spitzname oder Nummer',
    nameHint: 'Eine Nummer reicht. Eine eingefügte Liste trägt mehrere auf einmal ein.',
    add: 'Hinzufügen',
    import: 'Liste einlesen (CSV)',
    dropHere: 'Liste hier ablegen',
    importHint:
      'Eine Person je Zeile: Name, Sprache, Größe in Zentimetern. Nur der Name ist nötig.',
    none: 'Noch niemand.',
    added: (n) => `${people(n)} hinzugefügt.`,
    known: (n) =>
      n === 1
        ? 'Eine steht schon auf der Liste und wurde nicht noch einmal eingetragen.'
        : `${n} stehen schon auf der Liste und wurden nicht noch einmal eingetragen.`,
    full: (most) => `In einem Training ist Platz für ${most} Personen.`,
    skipped: (n) =>
      n === 1 ? 'Eine Zeile war nicht zu lesen:' : `${n} Zeilen waren nicht zu lesen:`,
    line: (n, why) => `Zeile ${n}: ${why}`,
    why: {
      'name-missing': 'kein Name darin',
      'name-too-long': 'der Name ist zu lang',
      'language-unknown': 'die Sprache ist nicht bekannt: zum Beispiel „de“ oder „Deutsch“',
      'height-unknown': 'die Größe ist nicht bekannt: zum Beispiel 175 oder 1,75',
      'cells-too-many': 'mehr Zellen als Überschriften',
      'quotes-open': 'ein Anführungszeichen ist nicht geschlossen',
      'letters-lost': 'Buchstaben gingen verloren: Speichere die Liste als UTF-8',
      'no-room': 'kein Platz mehr',
    },
    taken: 'Jemand auf der Liste heißt schon so.',
    nameOf: (n) => `Name von Person ${n}`,
    language: 'Sprache der Hinweise',
    pageLanguage: 'Wie diese Seite',
    height: 'Größe',
    heightWhy: (assumed) => `Macht Abstände genauer. Ohne sie gilt ${assumed}.`,
    heightRange: (from, to) => `Bitte zwischen ${from} und ${to}.`,
    up: (name) => `${name} nach oben`,
    down: (name) => `${name} nach unten`,
    drag: 'An eine andere Stelle ziehen',
    moved: (name, place) => `${name} ist jetzt Nummer ${place}.`,
    more: (name) => `Mehr zu ${name}`,
    skip: 'Überspringen',
    comeBack: 'Ist wieder da',
    isSkipped: 'Übersprungen',
    remove: 'Von der Liste nehmen',
    removeOf: (name) => `${name} von der Liste nehmen`,

    consent: {
      title: 'Bevor jemand Ja sagt',
      lead: 'Lies es vor, oder lass es lesen. Jede Person antwortet selbst; Nein ist eine volle Antwort.',
      kept: 'Was aufbewahrt wird',
      keptText:
        'Zu jedem Heben das Skelett und das Urteil, mit dem Namen oder der Nummer, die du nennst. Kein Video, kein Bild.',
      long: 'Wie lange',
      longText: {
        forever: 'Bis es gelöscht wird, nur auf diesem Gerät. Nichts wird irgendwohin gesendet.',
        months: (months) =>
          `So lange wie eingestellt (${months}), dann wird es gelöscht, nur auf diesem Gerät. Nichts wird irgendwohin gesendet.`,
      },
      withdraw: 'Zurücknehmen',
      withdrawText: 'Jederzeit und ohne Grund: Sag es, und hier wird alles von dir gelöscht.',
      of: (name) => `Stimmt ${name} zu?`,
      agrees: 'Stimmt zu',
      later: 'Nicht gefragt',
      no: 'Stimmt nicht zu',
      noMeans: 'Von dieser Person wird nichts aufgezeichnet.',
    },
    withdrawTitle: (name) => `Alles von ${name} löschen?`,
    withdrawText: (name) =>
      `${name} nimmt die Zustimmung zurück. Alles, was diese Person in Trainings und Prüfungen auf diesem Gerät gehoben hat, wird gelöscht, auch ihr Platz auf den Listen. Das lässt sich nicht zurücknehmen.`,
    withdrawYes: 'Alles davon löschen',

    begin: 'Beginnen',
    goOn: 'Weiter',
    whoBegins: (all, agreed) =>
      `${all} auf der Liste, davon haben ${agreed} zugestimmt. Wer noch nicht gefragt wurde, wird es vor der eigenen Runde.`,
    nobodyYet: 'Trage mindestens eine Person ein, um zu beginnen.',
    change:
      'Es hat begonnen: Aufgabe und Anzahl bleiben, wie sie sind, damit vorher und nachher vergleichbar sind.',
  },

  result: {
    title: 'Wie es war',
    during: 'Wie es läuft',
    everyone: 'Alle',
    hideNames: 'Namen verbergen',
    hiddenNote: 'Nummern statt Namen, für die große Leinwand.',
    number: (n) => `Nr. ${n}`,
    end: 'Training beenden',
    endTitle: 'Dieses Training beenden?',
    endText: 'Danach kommt darin niemand mehr dran. Was aufgezeichnet wurde, bleibt.',
    csv: 'Tabelle (CSV)',
    csvDone: 'In deinen Downloads gespeichert.',
    report: 'Bericht',
    certificate: 'Bescheinigung',
    certificateOf: (name) => `Teilnahmebescheinigung für ${name}`,
    withdraw: 'Zustimmung zurückgenommen',
    withdrawOf: (name) => `${name} nimmt die Zustimmung zurück`,
    nobody: 'Noch steht niemand auf der Liste.',

    attention: 'Braucht Aufmerksamkeit',
    noAttention: 'Nichts braucht Aufmerksamkeit.',
    needs: {
      'no-consent': 'noch nicht nach Zustimmung gefragt',
      refused: 'stimmt nicht zu: nichts wird aufgezeichnet',
      skipped: 'wurde übersprungen und ist noch nicht wieder da',
      'cut-off': 'eine Runde brach vor ihrem Ende ab',
      'set-up': 'die Kamera stand anders als beim ersten Mal',
      'not-judged': 'das meiste war aus dieser Richtung nicht zu beurteilen',
    },

    group: 'Die Gruppe',
    groupLead: (before, after) => `Vorher gehoben: ${before}. Nachher: ${after}.`,
    groupNone: 'Das Ergebnis der Gruppe erscheint, wenn jemand zum ersten Mal gehoben hat.',
    check: 'Prüfung',
    peopleOf: (count, of) => `${count} von ${of}`,
    notJudged: 'nicht beurteilt',
    flaggedFor:
      'Personen, bei denen mindestens die Hälfte der beurteilten Hebevorgänge markiert war',
    changed: 'Was sich änderte',
    counts: {
      less: (n) => `weniger bei ${n}`,
      more: (n) => `mehr bei ${n}`,
      same: (n) => `innerhalb des Fehlers bei ${n}`,
      unknown: (n) => `nicht bekannt bei ${n}`,
      none: '–',
    },
    groupNote:
      'Eine Änderung zählt nur, wenn sie größer ist als ihr Fehler; innerhalb des Fehlers kann eine sein, die man nicht sah. Niemand wird gereiht.',

    noFigure: 'Kein Bild: Davon ist nichts aufbewahrt.',
    noChange: 'Die Änderung steht fest, wenn vorher und nachher gehoben wurde.',
    focus: 'Zum Ändern gesagt',
  },

  strain: {
    title: 'Lange gebeugt',
    lead: 'Alle Runden dieses Trainings zusammen.',
    beyond20: 'Über 20° gebeugt',
    beyond60: 'Über 60° gebeugt',
    between: (low, high) => `zwischen ${low} und ${high}, nach dem Fehler`,
    longest: 'Längstes Halten',
    at: (angle) => `bei ${angle}`,
    noHold: 'keines von vier Sekunden oder mehr',
    limit: (limit, source) => `Grenze ${limit} (${source})`,
    noLimit: (source) => `keine Zeit dafür angegeben (${source})`,
    rate: 'Hebevorgänge je Minute',
    rateUnknown: 'zu kurz, um es zu sagen',
    busiest: (n) => `${n} in der dichtesten Minute`,
    unjudged: (time) => `${time} waren nicht zu beurteilen und zählen zu keinem.`,
    none: 'Davon ist noch nichts gemessen.',
    rest: {
      'hold-beyond-60':
        'Eine Haltung über 60° wurde gehalten: zwischendurch aufrichten und die Last höher stellen.',
      'hold-over-limit':
        'Eine gebeugte Haltung dauerte länger als ihre Grenze: danach kurz aufrecht ausruhen.',
      'hold-near-limit':
        'Eine gebeugte Haltung dauerte fast bis zu ihrer Grenze: früher aufrichten.',
      'many-lifts':
        'Zwei und mehr je Minute gelten als häufig: kurze Pausen planen oder abwechseln.',
    },
    unverified: 'in der Norm nicht nachgelesen',
    differ: 'Quellen uneins',
  },

  report: {
    title: 'Trainingsbericht',
    print: 'Drucken oder als PDF',
    toResult: 'Ergebnis',
    names: 'Mit Namen',
    namesNote: 'Sonst stehen Nummern da.',
    date: 'Datum',
    site: 'Ort',
    trainer: 'Leitung',
    task: 'Aufgabe',
    setUp: 'Kamera',
    people: 'Personen',
    through: (done, of) => `${done} von ${of} sind durch`,
    plan: 'Heben',
    planOf: (baseline, tried, retest) =>
      `${baseline}-mal vorher, ${tried}-mal mit Hinweis, ${retest}-mal nachher`,
    rules: 'Regeln',
    noSetUp: 'nicht gemessen',
    setUpOf: (view, height) => `${view}; das Bild zeigt ${height} Höhe`,
    each: 'Person für Person, so wie es gesagt wurde',
    notThrough: 'Vorher und nachher sind nicht beide gehoben: Eine Änderung ist nicht zu sagen.',
    says: 'Was diese Zahlen sagen, und was nicht',
    can: [
      'Beugung, Verdrehung, Abstand und Tempo sind aus einer Kamera geschätzt; jeder Wert trägt seinen 90-%-Fehler, und was nicht zu sehen war, ist „nicht beurteilt“.',
      'Eine Änderung heißt nur so, wenn sie größer ist als ihr Fehler. Innerhalb des Fehlers kann sie da sein, ohne dass man sie sah.',
      'Einige Male Heben an einem Tag zeigen, was Menschen können, wenn sie darauf achten, nicht was sie die ganze Woche tun.',
    ],
    cannot:
      'Sie sind kein medizinischer Befund, keine Beurteilung eines Arbeitsplatzes und keine Rangliste. Sie sagen nicht voraus, ob jemand Rückenschmerzen bekommt.',
  },

  certificate: {
    title: 'Teilnahmebescheinigung',
    took: 'hat an einem Training zum Heben und Tragen teilgenommen',
    on: (date) => `am ${date}`,
    at: (site) => `Ort: ${site}`,
    task: 'Aufgabe',
    practised: 'Geübt',
    steps: {
      baseline: (n, shown) =>
        n === 1 ? 'einmal gehoben wie bei der Arbeit' : `${shown}-mal gehoben wie bei der Arbeit`,
      see: 'das eigene Heben angesehen',
      try: (n, shown) =>
        n === 1 ? 'einmal gehoben mit einem Hinweis' : `${shown}-mal gehoben, je mit einem Hinweis`,
      retest: (n, shown) =>
        n === 1 ? 'einmal gehoben ohne Hinweis' : `${shown}-mal gehoben ohne Hinweis`,
    },
    trainer: 'Leitung',
    signature: 'Unterschrift',
    note: 'Bescheinigt wird die Teilnahme. Über das Heben der Person sagt dies nichts.',
    notYet: 'Noch ist nichts geübt: Es gibt nichts zu bescheinigen.',
  },
};
