import type { CueId } from '../core/coaching/cue-list';
import type { Caption } from '../core/coaching/captions';
import type { NotJudgedReason } from '../core/kinematics/measure';
import type { ScoredCheck } from '../core/scoring/rules';

/** What is spoken, eight words or fewer, and one plain sentence to read beside it. */
export interface Said {
  say: string;
  why: string;
}

/** A piece of advice and what it rests on; null = our own, common sense. */
export interface Advice {
  text: string;
  source: string | null;
}

const ISO_QUOTED = 'ISO 11226:2000, as quoted by others';

/** What coaching says. Positive, concrete, about the next lift. */
export const coachingEn = {
  cues: {
    'step-closer': {
      say: 'Step close to the load first.',
      why: 'At work, every 10 cm more between hands and body went with about 20 % more time lost to back pain.',
      source: 'HSE RR1026 (2014)',
    },
    'pull-it-in': {
      say: 'Pull it to your body, then rise.',
      why: 'At 50 cm from you, the NIOSH equation advises half the weight that it does at 25 cm.',
      source: 'NIOSH lifting equation, DHHS (NIOSH) 94-110 (rev. 2021)',
    },
    'turn-your-feet': {
      say: 'Turn with your feet, toes lead.',
      why: 'When your feet turn, your back need not: EN 1005-4 accepts only twists that are hardly visible, up to about 10°.',
      source: 'EN 1005-4, as quoted by others',
    },
    'put-it-in-front': {
      say: 'Put the load straight in front of you.',
      why: 'For a load 45° to the side, the NIOSH equation advises 14 % less weight.',
      source: 'NIOSH lifting equation, DHHS (NIOSH) 94-110 (rev. 2021)',
    },
    'rise-evenly': {
      say: 'Start slowly, then rise evenly.',
      why: 'The NIOSH equation is made for calm lifts; hands faster than about 76 cm a second are outside it. No limit for the trunk is published.',
      source: 'NIOSH lifting equation, DHHS (NIOSH) 94-110 (rev. 2021)',
    },
    'less-at-a-time': {
      say: 'Take less at a time.',
      why: 'A lighter load needs no swing; people who lifted 25 kg or more over 15 times a day had back pain 1.6 times as often.',
      source: 'Hoogendoorn 2000, Spine 25:3087',
    },
    'go-down-with-it': {
      say: 'Lower your hips towards the load.',
      why: 'The hips do part of the way, so the back bends less far; bends beyond 60° for over 5 % of working time went with more back pain.',
      source: 'Hoogendoorn 2000, Spine 25:3087',
    },
    'start-higher': {
      say: 'Let the load start higher up.',
      why: 'From the floor, the NIOSH equation advises a good fifth less weight than from 75 cm up.',
      source: 'NIOSH lifting equation, DHHS (NIOSH) 94-110 (rev. 2021)',
    },
    'open-your-chest': {
      say: 'Try it with an open chest.',
      why: 'Only described: whether a rounded back matters is contested. See which way feels easier.',
      source: 'Saraceni 2020, JOSPT 50:121',
    },
    'soften-your-knees': {
      say: 'Try it with softer knees.',
      why: 'Only described: bent knees load the back about the same, and less only where the load fits between the feet. It is one way to bend less far.',
      source: 'van Dieën 1999, Clin Biomech 14:685',
    },
  } satisfies Record<CueId, Said & { source: string }>,

  /** What was told has become less; 'same' = nothing stands out. */
  praise: {
    'far-load': { say: 'Well done: the load was closer.', why: 'Your hands stayed nearer to you.' },
    twist: { say: 'Well done: less twist this time.', why: 'Your shoulders followed your hips.' },
    sudden: { say: 'Well done: that was calmer.', why: 'Your trunk moved more evenly.' },
    'bent-back': { say: 'Well done: you bent less far.', why: 'Your back stayed more upright.' },
    same: {
      say: 'Good. Do the next one like it.',
      why: 'Bend and twist were judged, and nothing stood out.',
    },
  } satisfies Record<ScoredCheck | 'same', Said>,

  /** What to do so that the next lift can be judged. */
  view: {
    'no-person': 'Stay in the picture while you lift.',
    'no-baseline': 'Stand upright for two seconds first.',
    'out-of-frame': 'Step back until all of you shows.',
    'too-uncertain': 'Nothing stood out; not everything was seen.',
    'too-short': 'Once more, a little more slowly.',
    'rate-too-low': 'Too few pictures. Close other programs.',
    'not-measurable': 'Go on. The rest is judged.',
    'not-visible': 'Go on. The rest is judged.',
    'not-bent': 'Go on. The rest is judged.',
    'not-looked-at': 'Go on. The rest is judged.',
  } satisfies Record<NotJudgedReason, string>,
  viewWhy: (check: string, reason: string) => `${check} was not judged: ${reason}.`,

  beyondTitle: 'What helps more than technique',
  beyondLead:
    'Trials with more than 20 000 workers found no less back pain after training in lifting alone (Cochrane review 2011). These change the lift itself:',
  beyond: [
    {
      text: 'A closer load: clear the way to it, turn the handle to you, take small boxes.',
      source: 'HSE RR1026 (2014)',
    },
    {
      text: 'A higher start: a table, a pallet or a shelf between knee and hip instead of the floor.',
      source: 'NIOSH lifting equation, DHHS (NIOSH) 94-110 (rev. 2021)',
    },
    {
      text: 'A smaller load: half of it twice, at a calm pace.',
      source: 'Hoogendoorn 2000, Spine 25:3087',
    },
    { text: 'Help: a second person, a trolley, a hoist. Ask before you lift.', source: null },
  ] as Advice[],

  restTitle: 'When to stop and rest',
  rest: [
    {
      text: 'Stop when something hurts, and tell somebody. Nobody has to lift through pain here.',
      source: null,
    },
    {
      text: 'Rest when you can no longer rise evenly. Take your time between lifts.',
      source: null,
    },
    {
      text: 'Lift less often: at ten lifts a minute from low down, the NIOSH equation advises less than half the weight, even for one hour.',
      source: 'NIOSH lifting equation, DHHS (NIOSH) 94-110 (rev. 2021)',
    },
    {
      text: 'Straighten up between bends: a still bend of 20° is meant for four minutes at most, one of 60° for one minute, further not at all.',
      source: ISO_QUOTED,
    },
  ] as Advice[],

  awkwardTitle: 'A load that moves by itself',
  awkwardLead:
    'A person, an animal, a sack that shifts: the NIOSH equation does not cover unstable loads, and ISO 11228-1 covers neither people nor animals. The camera judges your back all the same, not how hard the load was to hold.',
  awkward: [
    { text: 'Be two, and agree who says “up”.', source: null },
    { text: 'Wait until it is calm. Begin only then.', source: null },
    { text: 'Hold it against your body, with both arms around it.', source: null },
    { text: 'Bring the place to the load: a low bed, a ramp, a mat to slide on.', source: null },
    {
      text: 'When it struggles, go down with it and let it stand. Then begin again.',
      source: null,
    },
  ] as Advice[],

  /** How one measure changed. d = by how much, e = its error, both with their unit. */
  change: {
    'bent-back': {
      name: 'bend',
      less: (d: string, e: string) => `You bent ${d} less (±${e}).`,
      more: (d: string, e: string) => `You bent ${d} more (±${e}).`,
    },
    'far-load': {
      name: 'distance of the load',
      less: (d: string, e: string) => `The load was ${d} closer (±${e}).`,
      more: (d: string, e: string) => `The load was ${d} further away (±${e}).`,
    },
    twist: {
      name: 'twist',
      less: (d: string, e: string) => `You twisted ${d} less (±${e}).`,
      more: (d: string, e: string) => `You twisted ${d} more (±${e}).`,
    },
    sudden: {
      name: 'speed of your trunk',
      less: (d: string, e: string) => `Your trunk was ${d} slower (±${e}).`,
      more: (d: string, e: string) => `Your trunk was ${d} faster (±${e}).`,
    },
  } satisfies Record<ScoredCheck, ChangeWords>,
  changeWithin: (name: string, e: string) =>
    `The ${name} did not change beyond what can be measured (±${e}).`,
  changeUnknown: (name: string) =>
    `The ${name} cannot be compared: fewer than two lifts were judged before or after.`,

  /** What each sound says, for those who do not hear it. */
  captions: {
    good: 'A good lift',
    verdict: 'A verdict on your lift',
    ready: 'Ready, lift when you like',
    turn: 'The next turn begins',
    counted: 'Lift counted',
    cue: 'A hint for your next lift',
    praise: 'Praise: that has changed',
    taken: 'Your sign was understood',
    over: 'This station is over',
  } satisfies Record<Caption, string>,
  caption: (what: string) => `Sound: ${what}`,
};

interface ChangeWords {
  name: string;
  less: (difference: string, error: string) => string;
  more: (difference: string, error: string) => string;
}

export type CoachingWords = typeof coachingEn;
