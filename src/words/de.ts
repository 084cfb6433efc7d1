import type { Words } from './en';
import { coachingDe } from './coaching-de';
import { historyDe } from './history-de';
import { keepDe } from './keep-de';
import { trainDe } from './train-de';
import { reviewDe } from './review-de';
import { trainingDe } from './training-de';

/** German. Kept in the same order as the English catalogue. */
export const de: Words = {
  lang: 'de',

  keep: keepDe,
  train: trainDe,

  start: {
    sentence: 'Heb etwas vor der Kamera und sieh sofort, wie du gehoben hast.',
    how: (far) =>
      `Stell dich etwa ${far} entfernt hin, heb eine Last, schau auf. Nach jedem Heben bekommst du ein Urteil und einen Rat.`,
    useCamera: 'Kamera benutzen',
    demoTitle: 'Eine Demo ansehen',
    demoHint: 'Ohne Kamera',
    demos: { good: 'Knie gebeugt, Last nah', bent: 'Gebeugter Rücken', twist: 'Verdreht' },
    fileTitle: 'Dein Video',
    fileHint:
      'Datei wählen oder hier ablegen: mp4, mov, webm oder eine gespeicherte Prüfung (.json)',
    dropHere: 'Ablegen, um es zu prüfen',
    privacy: 'Dein Video bleibt auf diesem Gerät. Gespeichert wird nichts, bis du es speicherst.',
    height: 'Deine Größe',
    heightWhy: 'macht aus dem Bild Zentimeter',
    heightDefault: (height) => `nicht angegeben, ${height} angenommen`,
    heightRange: (from, to) => `Bitte zwischen ${from} und ${to}.`,
    feet: 'Fuß',
    inches: 'Zoll',
    settings: 'Einstellungen',
    twistLabel: 'Drehung',
    figure:
      'Eine Figur beugt sich zu einer Kiste. Von der Hüfte steigt ein Lot auf; der Winkel zum Rücken ist gefüllt und beschriftet.',
  },

  prepare: {
    loading: 'Die Haltungserkennung wird geladen',
    measuring: 'Wie schnell ist dieses Gerät?',
    warming: 'Aufwärmen',
    reading: 'Dein Video wird angesehen',
    camera: 'Die Kamera wird geöffnet',
    lifts: 'Dein Ergebnis wird zusammengestellt',
    once: 'Ein paar Sekunden. Beim zweiten Mal geht es schneller.',
    bytes: (got, of) => `${got} von ${of} MB`,
    cancel: 'Abbrechen',
    poses: (rate) => `${rate} Posen/s`,
  },

  check: {
    region: 'Hebeprüfung',
    stop: 'Beenden',
    redo: 'Neu stehen',
    redoLong: 'Dein Stehen neu messen',
    soundOn: 'Ton an',
    soundOff: 'Ton aus',
    mirror: 'Spiegeln',
    camera: 'Kamera',
    cameraNumber: (n) => `Kamera ${n}`,
    lifts: () => 'Mal gehoben',
    strip: 'Deine Hebevorgänge',
    liftMark: (n, headline) => `Nummer ${n}: ${headline}`,
    ready: 'Bereit. Heb, wann du magst.',
    beReady: 'Vor dem ersten Heben',
    wholeBody: 'Ganzer Körper im Bild',
    cut: {
      top: 'Dein Kopf ist abgeschnitten: geh etwas zurück',
      bottom: 'Deine Füße sind abgeschnitten: geh etwas zurück',
      left: 'Komm mehr in die Mitte',
      right: 'Komm mehr in die Mitte',
    },
    clear: 'Gut genug zu sehen',
    notClear: 'Du bist schwer zu sehen: mehr Licht, oder komm näher',
    standing: 'Steh einen Moment aufrecht',
    standingSeen: 'Aufrechtes Stehen gesehen',
    nobody: 'Geh ins Bild',
    dark: 'Zu dunkel, um dich zu sehen: mach Licht oder deck die Kamera auf',
    covered: 'Es ist nichts zu sehen: liegt etwas auf der Kamera?',
    frozen: 'Das Bild steht still: zieh die Kamera ab und steck sie wieder an',
    other: 'Noch jemand ist im Bild: geh allein hinein, dann geht es weiter',
    noBaseline: 'Steh vor dem Heben einen Moment aufrecht',
    view: {
      front: 'Von vorn gesehen',
      oblique: 'Schräg gesehen',
      side: 'Von der Seite gesehen',
      'back-oblique': 'Schräg von hinten gesehen',
      back: 'Von hinten gesehen',
    },
    viewUnknown: 'Wo die Kamera steht',
    judges: (what) => `beurteilt werden: ${what}`,
    judgesNothing: 'noch nichts zu beurteilen',
    turn: 'Dreh dich, bis die Kamera dich schräg sieht: dann lassen sich Beugung und Drehung beurteilen.',
    can: { trunk: 'Beugung', twist: 'Drehung', knees: 'Knie', reach: 'Abstand' },
    sketch: (view) => `Von oben: die Kamera und du. ${view}.`,
    demoNote: 'Demofilm',
    demoSlowed: 'Demofilm, verlangsamt',
    slow: (rate) =>
      `Dieser Rechner sieht nur ${rate}-mal in der Sekunde hin: Ruckartiges lässt sich nicht beurteilen.`,
    tooSlow: (rate) =>
      `Dieser Rechner sieht nur ${rate}-mal in der Sekunde hin: so geht Heben unbemerkt vorbei. Schließ andere Programme, oder film dich und prüf die Datei.`,
    slowQuick: 'Wähl in den Einstellungen die schnelle Erkennung.',
    change: {
      slower: (what) =>
        `Dieser Rechner ist langsamer geworden. Weiter geht es mit ${what}; jeder Winkel nennt weiter seinen Fehler.`,
      quicker: (what) =>
        `Dieser Rechner ist wieder schnell. Weiter geht es mit ${what}, mit genaueren Winkeln.`,
    },
    twist: 'Drehung',
    bend: 'Beugung',
    seeSoFar: 'Ergebnis ansehen',
  },

  verdict: {
    region: 'Urteil zum letzten Heben',
    next: 'Beim nächsten Mal',
    headline: {
      good: () => 'Gut gehoben',
      'bent-back': (v) => `Rücken weit gebeugt: ${v}`,
      'bent-back-watch': (v) => `Rücken gebeugt: ${v}`,
      twistLeft: (v) => `Nach links verdreht: ${v}`,
      twistRight: (v) => `Nach rechts verdreht: ${v}`,
      'far-load': (v) => `Last weit weg: ${v}`,
      sudden: (v) => `Ruckartig: ${v}`,
      'sudden-twist': (v) => `Ruckartig verdreht: ${v}`,
      'rounded-back': () => 'Rücken wohl rund',
      'straight-legs': (v) => `Beine fast gestreckt: ${v}`,
      'not-judged': (check) => `${check} nicht beurteilt`,
      borderline: (what, v) => `${what} nahe der Grenze: ${v}`,
    },
    suddenTwist: 'Ruckartiges Drehen',
    also: {
      'bent-back': (v) => `Rücken auch weit gebeugt: ${v}`,
      twist: (v) => `Auch verdreht: ${v}`,
      'far-load': (v) => `Last auch weit weg: ${v}`,
      sudden: (v) => `Auch ruckartig: ${v}`,
    },
    nextStep: {
      good: 'Das nächste Mal genauso.',
      'bent-back': 'Geh näher heran, beug die Knie oder stell die Last höher.',
      twist: 'Dreh dich mit den Füßen, nicht mit dem Rücken.',
      'far-load': 'Hol die Last nah heran, bevor du hochkommst.',
      sudden: 'Fang langsam an, dann komm hoch.',
      'sudden-twist': 'Fang langsam an und dreh dich mit den Füßen.',
      'rounded-back': 'Nur beschrieben. Probier, ob ein flacherer Rücken leichter fällt.',
      'straight-legs': 'Nur beschrieben. Mehr Knie ist ein anderer Weg.',
    },
    praise: (bend, twist) => `Beugung ${bend}, Drehung ${twist}: beides innerhalb der Grenzen.`,
    whileLowering: 'beim Absetzen',
    lookedAgain: 'noch einmal angesehen',
    scoreOf: (score) => `${score} von 100`,
    coverage: (judged, of) => `${judged} von ${of} Prüfungen`,
    noScore: 'Keine Punkte: Beugung und Drehung müssen beurteilt sein.',
  },

  states: {
    ok: 'innerhalb',
    watch: 'beachten',
    borderline: 'nah an der Grenze',
    flagged: 'markiert',
    'not-judged': 'nicht beurteilt',
  },

  checks: {
    'bent-back': {
      name: 'Gebeugter Rücken',
      short: 'Beugung',
    },
    twist: {
      name: 'Verdrehung',
      short: 'Drehung',
    },
    'far-load': {
      name: 'Last weit weg',
      short: 'Abstand',
    },
    sudden: {
      name: 'Ruckartige Bewegung',
      short: 'Tempo',
    },
    'rounded-back': {
      name: 'Runder Rücken',
      short: 'Rundung',
    },
    'straight-legs': {
      name: 'Gestreckte Beine',
      short: 'Beine',
    },
  },

  supports: {
    'bent-back': (watch, flagged) =>
      `Eigene Wahl: geborgt von den Grenzen für gehaltene Haltungen (${watch}, ${flagged}) und davon, dass Rückenschmerzen häufiger sind, wo mehr als 5 % der Arbeitszeit über ${flagged} verbracht werden.`,
    twist: (_, flagged) =>
      `Eigene Wahl: von ganzen Arbeitstagen geborgt; die veröffentlichte Wirkung von ${flagged} kann auch keine sein.`,
    'far-load': (_, flagged) =>
      `Eigene Wahl: bei ${flagged} endet die Hebeformel, dort bis zu den Knöcheln der Hand, hier bis zum Handgelenk; die HSE fand mit jedem Stück mehr Abstand mehr Ausfallzeit.`,
    sudden: () =>
      'Eigene Wahl: ein anerkannter Grenzwert für das Tempo des Rückens beim Heben wurde nicht gefunden.',
    'rounded-back': () =>
      'Nur beschrieben: Studien sind uneins, ob Rundung beim Heben zählt (Saraceni 2020, JOSPT 50:121).',
    'straight-legs': () =>
      'Nur beschrieben: dass gebeugte Knie den Rücken weniger belasten als gestreckte, ist nicht gezeigt.',
  },

  reasons: {
    ok: (v, first) => `Höchstens ${v}. Die erste Stufe liegt bei ${first}.`,
    watch: (v, from, to) => `Höchstens ${v}, zwischen ${from} und ${to}. Behalte es im Blick.`,
    borderline: (v, edge) => `${v} reicht über die Grenze von ${edge}: zu knapp für ein Urteil.`,
    flagged: (v, edge) => `${v}, über ${edge}. Diese Haltung erhöht die Last auf deinem Rücken.`,
    flaggedSpeed: (v, edge) =>
      `${v}, über ${edge}. Eine schnelle Bewegung: das ist unsere eigene Stufe; einen veröffentlichten Grenzwert gibt es nicht.`,
    flaggedReach: (v, edge) =>
      `${v}, über ${edge}. Abstand zur Last erhöht die Last auf deinem Rücken.`,
    roundedOk: 'Von der Seite gesehen war dein Rücken wahrscheinlich gerade.',
    roundedWatch:
      'Von der Seite gesehen war dein Rücken wahrscheinlich rund. Ob das zählt, ist umstritten: beschrieben, nicht bewertet.',
    legsOk: 'Deine Knie waren gebeugt, oder dein Rücken war nicht weit gebeugt.',
    legsWatch: (v) => `Dein Rücken war gebeugt, deine Knie bei ${v}. Beschrieben, nicht bewertet.`,
  },

  notJudged: {
    'no-person': 'in dem Moment war niemand zu finden',
    'no-baseline': 'dein aufrechtes Stehen wurde vorher nicht gesehen',
    'out-of-frame': 'ein Teil deines Körpers war außerhalb des Bildes',
    'too-uncertain': 'diese Ansicht zeigt es nicht deutlich genug',
    'too-short': 'es ging zu schnell zum Messen',
    'rate-too-low': 'zu wenige Bilder pro Sekunde',
    'not-measurable': 'diese Version kann es noch nicht messen',
    'not-visible': 'das ist nur von der Seite zu sehen',
    'not-bent': 'dein Rücken war nicht weit genug gebeugt, um es zu zeigen',
    'not-looked-at': 'die Bilder wurden kein zweites Mal angesehen',
  },

  notJudgedNext: {
    'no-person': 'Bleib beim ganzen Heben im Bild.',
    'no-baseline': 'Steh zwei Sekunden aufrecht, dann heb.',
    'out-of-frame': 'Geh zurück, bis Kopf, Hände und Füße im Bild sind.',
    'too-uncertain': 'Dreh dich etwas, damit die Kamera dich schräg sieht.',
    'too-short': 'Heb noch einmal, etwas langsamer.',
    'rate-too-low': 'Schließ andere Programme oder wähl das schnellere Modell.',
    'not-measurable': 'Heb weiter: das Übrige wird beurteilt.',
    'not-visible': 'Dreh deine Seite zur Kamera.',
    'not-bent': 'Heb weiter: das Übrige wird beurteilt.',
    'not-looked-at': 'Heb weiter: das Übrige wird beurteilt.',
  },
  notJudgedBecause: (reason) => `Nicht beurteilt: ${reason}`,

  coaching: coachingDe,

  summary: {
    title: 'So hast du gehoben',
    titleOne: 'So hast du gehoben',
    none: 'Kein Heben gesehen',
    noneWhy:
      'Steh aufrecht, nimm etwas von weit unten auf und komm damit hoch, mit dem ganzen Körper im Bild.',
    noneSlow: (rate) =>
      `Dieser Rechner sah nur ${rate}-mal in der Sekunde hin, zu selten, um Heben zu finden. Film dich und öffne die Datei: die wird ohne Eile durchgesehen.`,
    noneSlowVideo: (rate) =>
      `Dieses Video hat zu wenige Bilder, um Heben zu finden: ${rate} in der Sekunde. Film mit mindestens 15.`,
    allGood: (n) => (n === 1 ? 'Gut gehoben.' : `Alle ${n} Male gut gehoben.`),
    most: (what, k, n) => (n === 1 ? `${what}.` : `${what} bei ${k} von ${n} Malen.`),
    mostBorderline: (what) => `${what}, nah an der Grenze,`,
    alsoFlagged: (what, k, n) =>
      n === 1 ? `${what}: markiert.` : `${what}: markiert bei ${k} von ${n}.`,
    readUpTo: (t) => `Dieses Video ließ sich nur bis ${t} lesen.`,
    mostUnjudged: 'Beugung und Drehung ließen sich nicht beide beurteilen.',
    timeline: 'Beugung und Drehung im Lauf der Zeit',
    timelineText: (lifts, duration) =>
      `${lifts} Hebevorgänge in ${duration}. Einzelheiten folgen unten.`,
    worst: 'Schwerster Moment',
    best: 'Leichtestes Heben',
    standing: 'Stehend',
    atTime: (t) => `bei ${t}`,
    lift: (n) => `Nummer ${n}`,
    lifting: 'beim Heben',
    lowering: 'beim Absetzen',
    rule: 'Regel',
    source: 'Quelle',
    supports: 'Wie weit sie trägt',
    export: 'Als Datei speichern',
    exportWhy: 'Urteile und Skelett, kein Video. Du kannst sie hier jederzeit wieder öffnen.',
    discard: 'Verwerfen',
    again: 'Noch einmal prüfen',
    notStored: 'Noch ist nichts gespeichert.',
    saved: 'Bei deinen Downloads gespeichert.',
    howMeasured: 'Wie gemessen wurde',
    measuredWith: (detector, rate) => `${detector}, ${rate} Posen/s`,
    rules: 'Regeln',
    heightAssumed: (h) => `Größe ${h}, angenommen: Abstände sind weniger sicher.`,
    heightEntered: (h) => `Größe ${h}`,
    noBaseline: 'Dein aufrechtes Stehen wurde nicht gesehen, darum ist das meiste nicht beurteilt.',
    honest:
      'Die Winkel stammen aus einer Kamera und haben einen Fehler; ± ist der Bereich, der in neun von zehn Fällen stimmt. Eine Hilfe zum Sichten, kein ärztliches Urteil.',
    chart: { bend: 'Beugung', twist: 'Drehung', left: 'links', right: 'rechts' },
    lifts: (n) => `${n} Mal gehoben`,
  },

  methods: {
    short: 'Methoden',
    open: 'Wie sicher ist das?',
    missing: 'Diese Seite ließ sich nicht laden. Versuch es noch einmal, wenn du online bist.',
  },

  settings: {
    title: 'Einstellungen',
    close: 'Schließen',
    language: 'Sprache',
    automatic: 'Automatisch',
    units: 'Einheiten',
    metric: 'Zentimeter',
    imperial: 'Fuß und Zoll',
    theme: 'Aussehen',
    light: 'Hell',
    dark: 'Dunkel',
    sound: 'Töne nach jedem Heben',
    speech: 'Das Urteil vorlesen',
    speechNone:
      'Auf diesem Gerät ist keine Stimme installiert. Das Urteil wird getönt und gezeigt.',
    detector: 'Haltungserkennung',
    detectorWhy:
      'Automatisch misst dieses Gerät und nimmt das Beste, das schnell genug ist. Eine Änderung gilt ab der nächsten Prüfung.',
    backend: 'Läuft auf',
    kept: 'Bleibt nur auf diesem Gerät.',
    now: (choice) => `Jetzt: ${choice}`,
  },

  errors: {
    'camera-denied': {
      title: 'Die Kamera ist für diese Seite gesperrt',
      wayOn:
        'Erlaube sie beim Kamerazeichen in der Adresszeile und versuch es noch einmal. Oder wähl ein Video.',
    },
    'camera-missing': {
      title: 'Keine Kamera gefunden',
      wayOn: 'Schließ eine an und versuch es noch einmal, oder wähl ein Video.',
    },
    'camera-in-use': {
      title: 'Ein anderes Programm benutzt die Kamera',
      wayOn: 'Schließ das andere Programm (vielleicht ein Videoanruf) und versuch es noch einmal.',
    },
    'camera-unplugged': {
      title: 'Die Kamera ist weg',
      wayOn: 'Steck sie wieder an oder nimm eine andere Kamera.',
    },
    'camera-insecure-page': {
      title: 'Diese Seite darf keine Kamera benutzen',
      wayOn:
        'Browser erlauben Kameras nur auf https:// oder localhost. Öffne sie dort, oder wähl ein Video.',
    },
    'camera-frozen': {
      title: 'Von der Kamera kommen keine Bilder',
      wayOn:
        'Versuch es noch einmal, oder zieh sie ab und steck sie wieder an. Deine bisherigen Hebevorgänge sind noch da.',
    },
    'camera-failed': {
      title: 'Die Kamera ist nicht gestartet',
      wayOn: 'Versuch es noch einmal oder nimm eine andere Kamera.',
    },
    'file-unreadable': {
      title: 'Diese Datei ließ sich nicht lesen',
      wayOn: 'Vielleicht ist sie beschädigt oder kein Video. Bitte wähl eine andere.',
    },
    'file-no-video': {
      title: 'In dieser Datei ist kein Bild',
      wayOn: 'Sie enthält nur Ton. Bitte wähl ein Video.',
    },
    'file-codec': {
      title: 'Dieser Browser kann das Video nicht dekodieren',
      wayOn:
        'iPhone-Videos sind oft HEVC. Teile es als „Maximale Kompatibilität“ oder wandle es in H.264-mp4 um (etwa mit HandBrake) und wähl es noch einmal.',
    },
    'file-too-short': {
      title: 'Dieses Video ist zu kurz',
      wayOn: 'Eine Prüfung braucht eine Sekunde Stehen und ein ganzes Heben.',
    },
    'poses-unreadable': {
      title: 'Das ist keine gespeicherte Prüfung',
      wayOn: 'Wähl eine hier gespeicherte Datei (.liftcheck.json) oder ein Video.',
    },
    'model-missing': {
      title: 'Die Haltungserkennung fehlt',
      wayOn:
        'Ihre Dateien fehlen oder sind nicht, wie sie sein sollen. Lade die Seite neu; wenn das nicht hilft, richte noch einmal ein und baue neu.',
    },
    'backend-failed': {
      title: 'Die Haltungserkennung ist nicht gestartet',
      wayOn: 'Wähl in den Einstellungen ein anderes „Läuft auf“ oder lade die Seite neu.',
    },
    'gpu-lost': {
      title: 'Die Grafikkarte ist ausgefallen',
      wayOn: 'Es geht ohne sie weiter, etwas langsamer.',
    },
    'memory-full': {
      title: 'Der Speicher ist voll',
      wayOn: 'Schließ andere Tabs oder Programme und versuch es noch einmal.',
    },
    'storage-missing': {
      title: 'Dieser Browser behält für diese Seite nichts',
      wayOn:
        'Verlass das private Fenster, erlaube Website-Daten oder lade die Ergebnisse als Datei.',
    },
    'storage-full': {
      title: 'Zum Behalten ist kein Platz mehr',
      wayOn: 'Lösch alte Sitzungen im Verlauf oder lade die Ergebnisse als Datei.',
    },
    'storage-blocked': {
      title: 'Ein anderer Tab ist im Weg',
      wayOn: 'Schließ die anderen Liftcheck-Tabs und versuch es noch einmal.',
    },
    'storage-lost': {
      title: 'Der Speicher auf diesem Gerät antwortet nicht',
      wayOn: 'Lade die Seite neu. Was schon behalten war, ist noch da.',
    },
    'import-refused': {
      title: 'Diese Datei wurde nicht übernommen',
      wayOn: 'Es wurde nichts geändert. Wähl eine Sitzungsdatei oder Sicherung von Liftcheck.',
    },
    cancelled: { title: 'Abgebrochen', wayOn: 'Es wurde nichts behalten.' },
  },
  message: {
    retry: 'Noch einmal',
    chooseFile: 'Ein Video wählen',
    close: 'Schließen',
    details: 'Was die Maschine sagte',
  },

  backends: { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WASM' },
  detectors: {
    'movenet-thunder': 'thunder',
    'movenet-lightning': 'lightning',
    'blazepose-heavy': 'BlazePose heavy',
    'blazepose-full': 'BlazePose full',
    'blazepose-lite': 'BlazePose lite',
  },

  history: historyDe,
  review: reviewDe,
  offline: {
    storing: (share) => `Wird für die Zeit ohne Netz abgelegt: ${share}`,
    ready: 'Geht auch ohne Netz',
    update: 'Eine neuere Fassung ist da. Sie gilt, wenn Liftcheck neu geöffnet wird.',
    now: 'Jetzt nehmen',
    'others-open': 'Schließ zuerst die anderen Liftcheck-Fenster.',
  },
  training: trainingDe,

  /** Ways to the job sheets; their own words come when one is opened (job.ts). */
  job: {
    short: 'Arbeitsblätter',
    ofLift: 'Arbeitsblatt',
    ofLiftWhy:
      'Was anerkannte Verfahren zu dieser Tätigkeit sagen, aus den Messwerten dieses Hebens',
    keepFirst: 'Sitzung speichern und Arbeitsblatt öffnen',
  },
};
