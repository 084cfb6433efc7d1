import type { MethodsWords } from './methods-en';

/** German. Kept in the same order as the English words. */
export const methodsDe: MethodsWords = {
  title: 'Wie gemessen wird, und wie sicher das ist',
  lead: 'Lies zuerst die Grenzen. Sie entscheiden, was ein Urteil hier für dich heißen kann.',
  back: 'Zurück',

  limitsTitle: 'Was sich so nicht wissen lässt',
  limits: (f) => [
    'Deine Last, deinen Tag, deine Gesundheit: das alles sieht eine Kamera nicht, und es zählt mehr als eine einzelne Haltung. Dies ist eine Hilfe zum Sichten, kein ärztliches Urteil.',
    `Drehung ist das Schwächste: ${f.twistWatch} sind von keiner nicht zu unterscheiden. ${f.twistTrue} werden im Mittel als etwa ${f.twistRead} gelesen. Von Drehungen ab ${f.twistFlagged} werden ${f.twistFound} gefunden; die meisten anderen werden nicht beurteilt.`,
    'Drehung von der Seite: dort verdecken sich Hüften und Schultern. Stell dich schräg zur Kamera.',
    'Beugung über die Waagerechte hinaus: sie wird etwas zu klein gelesen.',
    'Sehr schnelle Rucke: ihre Spitze liegt in zwei, drei Bildern und wird zu langsam gelesen.',
    'Ob dein Rücken rund war: aus seinem Umriss, nur von der Seite, und nur als wahrscheinlich.',
    'Eine Person zur Zeit, ganz im Bild, vorher aufrecht stehend gesehen.',
    'Kinder, alte Menschen, weite Kleidung, verdeckte Glieder, wenig Licht: kaum gemessen. Rechne dort mit mehr Fehler als unten.',
    `Alle Zahlen unten stammen von ${f.clips} gerechneten Clips, ${f.sequences} gerechneten Sequenzen und echten Aufnahmen von ${f.filmed} Person, ohne Last. Gerechnete Menschen sind sauberer als echte.`,
  ],

  stepsTitle: 'Vom Bild zum Urteil',
  steps: [
    'Punkte: ein neuronales Netz markiert in jedem Bild deine Gelenke, flach, ohne Tiefe.',
    'In den Raum: ein kleines eigenes Netz vergleicht sie mit denselben Punkten aus deinem aufrechten Stehen und gibt Winkel und Abstände an, jeden mit eigenem Fehler. Es hat an simulierten und gerechneten Menschen gelernt.',
    'Glätten über etwa eine Fünftelsekunde, in beide Richtungen.',
    'Beurteilt oder nicht: ein Wert, dessen Fehler zu groß ist, um die Stufen zu trennen, wird nicht beurteilt, und du erfährst warum.',
    'Schwerster Moment: von drei Bildern nebeneinander zählt der mittlere Wert, und davon der größte. Ein schlechtes Bild entscheidet nichts.',
    'Stufe: markiert nur, wenn der Wert auch abzüglich des Fehlers über der Grenze liegt. Reicht der Fehler über die Grenze, heißt es „nah an der Grenze“.',
  ],

  wordsTitle: 'Was die Wörter heißen',
  definitions: [
    ['Beugung', 'die Linie von der Hüftmitte zum Halsansatz, gegen das Lot. 0° heißt aufrecht.'],
    [
      'Drehung',
      'die Schulterlinie gegen die Hüftlinie, um den Rumpf. Drehen mit den Füßen ist keine.',
    ],
    ['Abstand', 'wie weit die Handgelenke von den Knöcheln am Fuß weg sind, am Boden entlang.'],
    ['Tempo', 'wie schnell sich die Beugung ändert, im schnellsten Moment.'],
    ['±', 'der 90-%-Fehler: neun von zehn wahren Werten sollten darin liegen.'],
  ],

  accuracyTitle: 'Wie weit es danebenlag',
  accuracyLead:
    'Gemessen gegen bekannte Wahrheit, Bild für Bild. Auch der Fehler wird geprüft: er sollte in etwa 90 % der beurteilten Bilder halten. Viel weniger heißt zu selbstsicher, 100 % heißt zu vorsichtig.',
  measuredOn: (date, rules) => `Gemessen am ${date} mit den Regeln ${rules}.`,
  otherRules: (rules) =>
    `Diese Version urteilt nach den Regeln ${rules}: die Zahlen sind von einer älteren.`,
  set: 'Gemessen an',
  sets: {
    clips: (n) => `${n} gerechneten Clips`,
    markers: (n) => `${n} gefilmten Aufnahme mit Markern`,
    sequences: (n) => `${n} gerechneten Sequenzen, schwerer`,
  },
  measures: {
    trunkInclination: 'Beugung',
    hipShoulderInclination: 'Linie von Hüfte zu Schultern',
    axialTwist: 'Drehung',
    axialTwistOver10: 'Drehung, wo wirklich eine war',
    kneeFlexion: 'Knie',
    handReach: 'Abstand',
    trunkVelocity: 'Tempo',
  },
  views: {
    all: 'überall',
    front: 'vorn',
    oblique: 'schräg vorn',
    side: 'der Seite',
    'back-oblique': 'schräg hinten',
    back: 'hinten',
  },
  columns: {
    view: 'Gesehen von',
    error: 'Üblicher Fehler',
    holds: '± hält',
    judged: 'Beurteilt',
  },
  tableOf: (set) =>
    `Üblicher Fehler, wie oft der angegebene Fehler hält, wie oft beurteilt wird; gemessen an ${set}`,
  columnsNote: (height) =>
    `Üblicher Fehler: quadratisches Mittel der beurteilten Bilder. Abstand: bei ${height} eingegebener Körpergröße. – : zu wenige Bilder. Unterstrichen: der angegebene Fehler hält zu selten.`,
  checksRight: (right, judged, all) =>
    `Von ${all} Prüfungen, die sich entscheiden lassen, wurden ${judged} beurteilt, und davon waren ${right} richtig.`,
  lifts: (n, found, real) =>
    `Heben: von ${n} Malen ${found} gefunden; von dem, was gefunden wurde, war ${real} wirklich Heben.`,

  bandsTitle: 'Die Stufen, und worauf sie beruhen',
  bandsLead:
    'Keine Quelle setzt eine Grenze für ein einzelnes Heben. Jede Stufe ist unsere Wahl zum Sichten, geborgt von gehaltenen Haltungen oder ganzen Arbeitstagen. Außerhalb heißt mehr Last auf dem Rücken als innerhalb, sonst nichts.',
  watchAbove: 'beachten über',
  flaggedAbove: 'markiert über',
  describedOnly: 'nur beschrieben, nie markiert',
  rule: 'Regel',
  source: 'Quelle',
  supports: 'Wie weit sie trägt',
  sources: {
    'bent-back': 'ISO 11226:2000; REBA (Hignett & McAtamney 2000); Hoogendoorn 2000, Spine 25:3087',
    twist: 'EN 1005-4 (ab etwa 10° deutlich sichtbar); Hoogendoorn 2000, Spine 25:3087 (30°)',
    'far-load':
      'NIOSH-Hebeformel, DHHS (NIOSH) 94-110 (Fassung 2021): waagerechter Abstand bis 63 cm; HSE RR1026 (2014)',
    sudden: 'kein veröffentlichter Grenzwert',
    'rounded-back': 'kein bestätigter Grenzwert',
    'straight-legs': 'van Dieën 1999, Clin Biomech 14:685',
  },
  unverified:
    'Die Normen selbst (ISO 11226, EN 1005-4) lagen nicht vor: ihre Zahlen stammen aus Texten, die sie anführen.',

  contestedTitle: 'Was umstritten ist',
  contested: [
    [
      'Gebeugte Knie oder gestreckte Beine?',
      'Eine Übersicht über 27 Studien fand keinen Grund, zu gebeugten Knien zu raten: die Last auf der Wirbelsäule ist etwa gleich, und kleiner nur, wo die Last zwischen die Füße passt (van Dieën 1999). Darum werden Beine beschrieben, nie markiert.',
    ],
    [
      'Runder Rücken?',
      'In Studien über die Zeit sagte ein beim Heben gerundeter Rücken keine Rückenschmerzen voraus; die Belege sind in beide Richtungen schwach (Saraceni 2020). Gewebe trägt allerdings mehr, je weiter es gebeugt ist. Darum wird Rundung höchstens beschrieben.',
    ],
    [
      'Hilft Schulung?',
      'Versuche mit mehr als 20 000 Beschäftigten fanden nach Schulung im Heben allein nicht weniger Rückenschmerzen (Cochrane-Übersicht 2011). Niemand kann dir von diesem Bildschirm weniger Schmerzen versprechen.',
    ],
    [
      'Was geht denn mit Rückenschmerzen einher?',
      'Viel Arbeitszeit in weiter Beugung, schwere und häufige Lasten, weit weg gehaltene Lasten: in Gruppen, mäßig, über Jahre (Hoogendoorn 2000, Coenen 2013, HSE 2014). Über ein einzelnes Heben eines Menschen sagt das nichts. Darum werden hier Beugung und Abstand bewertet.',
    ],
  ],

  changeTitle: 'Was uns umstimmen würde',
  change:
    'Aufnahmen echter Menschen mit Last und mit Markern, vor allem solche, bei denen wir falsch liegen. Wie du eigene Clips misst, alle Zahlen und die Quellen stehen (auf Englisch) in docs/methods.md, das dem Programm beiliegt.',
};
