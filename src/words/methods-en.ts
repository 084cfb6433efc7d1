import type { CheckId } from '../core/scoring/check';

/** Measured and chosen numbers inside the sentences, already written for the reader. */
export interface MethodsFacts {
  twistWatch: string;
  twistFlagged: string;
  /** How many recordings of each kind the figures rest on. */
  clips: string;
  sequences: string;
  filmed: string;
  /** A large twist, and how it is read on average. */
  twistTrue: string;
  twistRead: string;
  /** Share of the twists above the edge to flagged that the check found. */
  twistFound: string;
}

/** English words of the Methods screen, and the shape of every language's. They come with the screen, not with the page. */
export const methodsEn = {
  title: 'How it is measured, and how sure it is',
  lead: 'Read the limits first. They decide what a verdict here can mean to you.',
  back: 'Back',

  limitsTitle: 'What it cannot know',
  limits: (f: MethodsFacts): string[] => [
    'Your load, your day, your health: a camera sees none of them, and they matter more than one posture. This is a screening aid, not a medical judgement.',
    `Twist is the weakest: ${f.twistWatch} cannot be told from none. ${f.twistTrue} is read as about ${f.twistRead} on average. Of twists from ${f.twistFlagged} up, ${f.twistFound} are found; most others are not judged.`,
    'Twist from the side: hips and shoulders hide each other there. Stand at an angle to the camera.',
    'Bends beyond the horizontal: they are read a little too small.',
    'Very quick jerks: two or three pictures hold the peak, and it is read too slow.',
    'Whether your back was round: told from its outline, from the side only, and only as probable.',
    'One person at a time, wholly in view, seen standing upright first.',
    'Children, old people, wide clothes, hidden limbs, poor light: hardly measured. Expect more error than below.',
    `All figures below come from ${f.clips} rendered clips, ${f.sequences} rendered sequences and real recordings of ${f.filmed} person, without a load. Rendered people are cleaner than real ones.`,
  ],

  stepsTitle: 'From picture to verdict',
  steps: [
    'Points: a neural network marks your joints in each picture, flat, without depth.',
    'Lifting to space: a small network of ours compares them with the same points while you stood upright, and gives angles and distances, each with its own error. It was trained on simulated and rendered people.',
    'Smoothing over about a fifth of a second, in both directions.',
    'Judged or not: a value whose error is too large to tell the bands apart is not judged, and you are told why.',
    'Worst moment: of three neighbouring pictures the middle value counts, and the largest of those is taken. One bad picture decides nothing.',
    'State: flagged only when value less error is over the edge. When the error reaches over the edge, it is “close to the limit”.',
  ],

  wordsTitle: 'What the words mean',
  definitions: [
    [
      'Bend',
      'the line from mid hips to the base of the neck, against a plumb line. 0° is upright.',
    ],
    [
      'Twist',
      'the shoulder line against the hip line, about the trunk. Turning with the feet is none.',
    ],
    ['Reach', 'how far the wrists are from the ankles, along the floor.'],
    ['Speed', 'how fast the bend changes, its fastest moment.'],
    ['±', 'the 90 % error: nine in ten true values should lie within it.'],
  ] as [term: string, meaning: string][],

  accuracyTitle: 'How far off it was',
  accuracyLead:
    'Measured against known truth, picture by picture. The error is tested too: it should hold in about 90 % of the judged pictures. Far fewer is too sure of itself, 100 % is too careful.',
  measuredOn: (date: string, rules: string) => `Measured on ${date} with rules ${rules}.`,
  otherRules: (rules: string) =>
    `This version judges by rules ${rules}: the figures are of an older one.`,
  set: 'Measured on',
  sets: {
    clips: (n: string) => `${n} rendered clips`,
    markers: (n: string) => `${n} filmed recording with markers`,
    sequences: (n: string) => `${n} rendered sequences, harder`,
  } as Record<string, (n: string) => string>,
  measures: {
    trunkInclination: 'Bend',
    hipShoulderInclination: 'Line from hips to shoulders',
    axialTwist: 'Twist',
    axialTwistOver10: 'Twist, where there really was one',
    kneeFlexion: 'Knees',
    handReach: 'Reach',
    trunkVelocity: 'Speed',
  } as Record<string, string>,
  views: {
    all: 'all views',
    front: 'front',
    oblique: 'at an angle',
    side: 'side',
    'back-oblique': 'behind, at an angle',
    back: 'behind',
  } as Record<string, string>,
  columns: {
    view: 'Seen from',
    error: 'Typical error',
    holds: '± holds',
    judged: 'Judged',
  },
  tableOf: (set: string) =>
    `Typical error, how often the stated error holds, how often it is judged; ${set}`,
  columnsNote: (height: string) =>
    `Typical error: root mean square of the judged pictures. Reach is for a body height of ${height} that was entered. – : too few pictures. Underlined: the stated error holds too seldom.`,
  checksRight: (right: string, judged: string, all: string) =>
    `Of ${all} checks of lifts that could be decided, ${judged} were judged and ${right} of those were right.`,
  lifts: (n: string, found: string, real: string) =>
    `Lifts: of ${n}, ${found} found; of what was found, ${real} were lifts.`,

  bandsTitle: 'The bands, and what they rest on',
  bandsLead:
    'No source sets a limit for one lift. Every band is our choice for screening, borrowed from held postures or whole working days. Outside a band means more load on the back than inside it, nothing more.',
  watchAbove: 'watch above',
  flaggedAbove: 'flagged above',
  describedOnly: 'described, never flagged',
  rule: 'Rule',
  source: 'Source',
  supports: 'How far it carries',
  /** Sources in the reader's language; null: those of the rules serve. */
  sources: null as Record<CheckId, string> | null,
  unverified:
    'The standards themselves (ISO 11226, EN 1005-4) were not at hand: their numbers are taken from texts that quote them.',

  contestedTitle: 'What is contested',
  contested: [
    [
      'Bent knees or straight legs?',
      'A review of 27 studies found no ground for advising bent knees: the load on the spine is about the same, and smaller only where the load fits between the feet (van Dieën 1999). So legs are described, never flagged.',
    ],
    [
      'Rounded back?',
      'In studies over time, rounding the back in lifting did not foretell back pain; the evidence is weak either way (Saraceni 2020). Tissue does bear more the further it is bent. So rounding is at most described.',
    ],
    [
      'Does training help?',
      'Trials with more than 20 000 workers found no less back pain after training in lifting alone (Cochrane review 2011). Nobody can promise you less pain from this screen.',
    ],
    [
      'What does go with back pain?',
      'Much working time in far bends, heavy and frequent loads, loads held far away: in groups of people, moderately, over years (Hoogendoorn 2000, Coenen 2013, HSE 2014). That says nothing about one lift of one person. It is why bend and reach are rated here.',
    ],
  ] as [question: string, answer: string][],

  changeTitle: 'What would change our mind',
  change:
    'Recordings of real people with loads and with markers, above all ones that we get wrong. How to measure your own clips, all figures and the sources are in docs/methods.md, which comes with the program.',
};

export type MethodsWords = typeof methodsEn;
