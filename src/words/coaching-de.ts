import type { CoachingWords } from './coaching-en';

const NIOSH = 'NIOSH-Hebegleichung, DHHS (NIOSH) 94-110 (Fassung 2021)';

export const coachingDe: CoachingWords = {
  cues: {
    'step-closer': {
      say: 'Geh zuerst nah an die Last heran.',
      why: 'Bei der Arbeit gingen je 10 cm mehr zwischen Händen und Körper mit etwa 20 % mehr Ausfallzeit wegen Rückenschmerzen einher.',
      source: 'HSE RR1026 (2014)',
    },
    'pull-it-in': {
      say: 'Zieh sie an den Körper, dann hoch.',
      why: 'In 50 cm Abstand rät die NIOSH-Gleichung zum halben Gewicht von dem in 25 cm.',
      source: NIOSH,
    },
    'turn-your-feet': {
      say: 'Dreh dich mit den Füßen, Zehen voran.',
      why: 'Wenn sich die Füße drehen, muss es der Rücken nicht: EN 1005-4 lässt nur kaum sichtbare Drehungen zu, bis etwa 10°.',
      source: 'EN 1005-4, wie andere sie wiedergeben',
    },
    'put-it-in-front': {
      say: 'Leg dir die Last gerade vor dich.',
      why: 'Für eine Last 45° neben dir rät die NIOSH-Gleichung zu 14 % weniger Gewicht.',
      source: NIOSH,
    },
    'rise-evenly': {
      say: 'Fang langsam an, dann gleichmäßig hoch.',
      why: 'Die NIOSH-Gleichung gilt für ruhiges Heben; Hände schneller als etwa 76 cm in der Sekunde liegen außerhalb. Für den Rumpf gibt es keine veröffentlichte Grenze.',
      source: NIOSH,
    },
    'less-at-a-time': {
      say: 'Nimm weniger auf einmal.',
      why: 'Eine leichtere Last braucht keinen Schwung; wer 25 kg oder mehr über 15-mal am Tag hob, hatte 1,6-mal so oft Rückenschmerzen.',
      source: 'Hoogendoorn 2000, Spine 25:3087',
    },
    'go-down-with-it': {
      say: 'Senk deine Hüfte zur Last hin.',
      why: 'Die Hüfte übernimmt ein Stück des Weges, der Rücken beugt sich weniger weit; Beugen über 60° in mehr als 5 % der Arbeitszeit ging mit mehr Rückenschmerzen einher.',
      source: 'Hoogendoorn 2000, Spine 25:3087',
    },
    'start-higher': {
      say: 'Lass die Last weiter oben beginnen.',
      why: 'Vom Boden rät die NIOSH-Gleichung zu gut einem Fünftel weniger Gewicht als aus 75 cm Höhe.',
      source: NIOSH,
    },
    'open-your-chest': {
      say: 'Probier es mit offener Brust.',
      why: 'Nur beschrieben: ob ein runder Rücken etwas ausmacht, ist umstritten. Schau, was leichter fällt.',
      source: 'Saraceni 2020, JOSPT 50:121',
    },
    'soften-your-knees': {
      say: 'Probier es mit weicheren Knien.',
      why: 'Nur beschrieben: gebeugte Knie belasten den Rücken etwa gleich, weniger nur dort, wo die Last zwischen die Füße passt. Es ist ein Weg, sich weniger weit zu beugen.',
      source: 'van Dieën 1999, Clin Biomech 14:685',
    },
  },

  praise: {
    'far-load': {
      say: 'Gut gemacht: die Last war näher.',
      why: 'Deine Hände blieben näher bei dir.',
    },
    twist: {
      say: 'Gut gemacht: weniger verdreht.',
      why: 'Deine Schultern gingen mit der Hüfte mit.',
    },
    sudden: { say: 'Gut gemacht: das war ruhiger.', why: 'Dein Rumpf bewegte sich gleichmäßiger.' },
    'bent-back': {
      say: 'Gut gemacht: weniger weit gebeugt.',
      why: 'Dein Rücken blieb aufrechter.',
    },
    same: {
      say: 'Gut. Das nächste Mal genauso.',
      why: 'Beugung und Drehung wurden beurteilt, und nichts fiel auf.',
    },
  },

  view: {
    'no-person': 'Bleib beim Heben im Bild.',
    'no-baseline': 'Steh zuerst zwei Sekunden aufrecht.',
    'out-of-frame': 'Geh zurück, bis du ganz zu sehen bist.',
    'too-uncertain': 'Nichts fiel auf; nicht alles war zu sehen.',
    'too-short': 'Noch einmal, etwas langsamer.',
    'rate-too-low': 'Zu wenige Bilder. Schließ andere Programme.',
    'not-measurable': 'Mach weiter. Das Übrige wird beurteilt.',
    'not-visible': 'Mach weiter. Das Übrige wird beurteilt.',
    'not-bent': 'Mach weiter. Das Übrige wird beurteilt.',
    'not-looked-at': 'Mach weiter. Das Übrige wird beurteilt.',
  },
  viewWhy: (check, reason) => `${check} wurde nicht beurteilt: ${reason}.`,

  beyondTitle: 'Was mehr hilft als Technik',
  beyondLead:
    'Studien mit mehr als 20 000 Beschäftigten fanden nach Hebeschulungen allein nicht weniger Rückenschmerzen (Cochrane-Übersicht 2011). Das hier ändert das Heben selbst:',
  beyond: [
    {
      text: 'Eine nähere Last: den Weg zu ihr freiräumen, den Griff zu dir drehen, kleine Kisten nehmen.',
      source: 'HSE RR1026 (2014)',
    },
    {
      text: 'Ein höherer Anfang: Tisch, Palette oder Regal zwischen Knie und Hüfte statt des Bodens.',
      source: NIOSH,
    },
    {
      text: 'Eine kleinere Last: zweimal die Hälfte, in Ruhe.',
      source: 'Hoogendoorn 2000, Spine 25:3087',
    },
    { text: 'Hilfe: zu zweit, ein Wagen, ein Lifter. Frag, bevor du hebst.', source: null },
  ],

  restTitle: 'Wann aufhören und ausruhen',
  rest: [
    {
      text: 'Hör auf, wenn etwas weh tut, und sag es jemandem. Niemand muss hier gegen Schmerzen heben.',
      source: null,
    },
    {
      text: 'Ruh dich aus, wenn du nicht mehr gleichmäßig hochkommst. Lass dir Zeit zwischen den Malen.',
      source: null,
    },
    {
      text: 'Heb seltener: bei zehnmal in der Minute von weit unten rät die NIOSH-Gleichung zu weniger als dem halben Gewicht, auch für nur eine Stunde.',
      source: NIOSH,
    },
    {
      text: 'Richte dich zwischendurch auf: still um 20° gebeugt gelten höchstens vier Minuten, um 60° eine Minute, weiter gar nicht.',
      source: 'ISO 11226:2000, wie andere sie wiedergeben',
    },
  ],

  awkwardTitle: 'Eine Last, die sich selbst bewegt',
  awkwardLead:
    'Ein Mensch, ein Tier, ein Sack, der rutscht: die NIOSH-Gleichung gilt nicht für Lasten, die nicht stillhalten, und ISO 11228-1 weder für Menschen noch für Tiere. Die Kamera beurteilt trotzdem deinen Rücken, aber nicht, wie schwer die Last zu halten war.',
  awkward: [
    { text: 'Seid zu zweit und macht aus, wer „hoch“ sagt.', source: null },
    { text: 'Warte, bis sie ruhig ist. Fang erst dann an.', source: null },
    { text: 'Halt sie an deinem Körper, beide Arme darum.', source: null },
    {
      text: 'Bring den Platz zur Last: ein niedriges Bett, eine Rampe, eine Matte zum Rutschen.',
      source: null,
    },
    {
      text: 'Wenn sie sich wehrt, geh mit ihr hinunter und stell sie ab. Dann noch einmal von vorn.',
      source: null,
    },
  ],

  change: {
    'bent-back': {
      name: 'Die Beugung',
      less: (d, e) => `Du hast dich um ${d} weniger gebeugt (±${e}).`,
      more: (d, e) => `Du hast dich um ${d} mehr gebeugt (±${e}).`,
    },
    'far-load': {
      name: 'Der Abstand der Last',
      less: (d, e) => `Die Last war um ${d} näher (±${e}).`,
      more: (d, e) => `Die Last war um ${d} weiter weg (±${e}).`,
    },
    twist: {
      name: 'Die Drehung',
      less: (d, e) => `Du hast dich um ${d} weniger verdreht (±${e}).`,
      more: (d, e) => `Du hast dich um ${d} mehr verdreht (±${e}).`,
    },
    sudden: {
      name: 'Das Tempo des Rumpfs',
      less: (d, e) => `Dein Rumpf war um ${d} langsamer (±${e}).`,
      more: (d, e) => `Dein Rumpf war um ${d} schneller (±${e}).`,
    },
  },
  changeWithin: (name, e) => `${name} hat sich nicht mehr geändert, als sich messen lässt (±${e}).`,
  changeUnknown: (name) =>
    `${name} lässt sich nicht vergleichen: vorher oder nachher wurde weniger als zweimal beurteilt.`,

  captions: {
    good: 'gut gehoben',
    verdict: 'ein Urteil über dein Heben',
    ready: 'bereit, heb, wenn du magst',
    turn: 'die Nächsten sind dran',
    counted: 'gezählt',
    cue: 'ein Hinweis für das nächste Mal',
    praise: 'Lob: das hat sich geändert',
    taken: 'dein Zeichen ist angekommen',
    over: 'diese Station ist vorbei',
  },
  caption: (what) => `Ton: ${what}`,
};
