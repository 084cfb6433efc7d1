import type { AnswerPath } from '../core/job/job-answers';
import type {
  MethodId,
  MissingReason,
  RefusalReason,
  ResultName,
  SheetState,
  SheetUnit,
} from '../core/job/sheet';
import type { UnitSystem } from '../core/records/job-record';
import type { AcgihHorizontal, AcgihResult, AcgihVertical } from '../core/standards/acgih';
import type { EnVerdict } from '../core/standards/en-1005-4';
import type { HoldingZone, HoldVerdict } from '../core/standards/holding-time';
import type { Sex } from '../core/standards/iso-11228';
import type { InputOrigin } from '../core/standards/judged-range';
import type { MacColour, MacFactor } from '../core/standards/mac';
import type { End, Multiplier } from '../core/standards/niosh';
import type { ChangeId } from '../core/standards/niosh-changes';
import type { OtherReading } from '../core/standards/niosh-readings';
import type { Duration } from '../core/standards/niosh-tables';
import type { ArmFacts, TaskFacts } from '../core/standards/posture-answers';
import type { Side } from '../core/standards/posture-readings';

/** An input: its name, and in one line what it means. */
export interface FieldWords {
  label: string;
  help: string;
}

/** Fields of one arm are named once; `sides` says which arm. */
export type NamedPath = Exclude<AnswerPath, `posture.arms.${string}`>;

/** Results that are named one by one; times at a level and colours have names of their own. */
export type NamedResult = Exclude<ResultName, `time-at-level-${number}` | `colour-${MacFactor}`>;

/** Zones, colours and verdicts that a result or an input may be. */
export type ValueKey =
  | AcgihHorizontal
  | AcgihVertical
  | NonNullable<AcgihResult['verdict']>
  | EnVerdict
  | HoldingZone
  | HoldVerdict
  | MacColour
  | Duration
  | 'no-known-limit'
  | 'yes'
  | 'perhaps'
  | 'no';

/** Choices of one question. */
interface ChoiceWords {
  coupling: Record<TaskFacts['coupling'], string>;
  wristBend: Record<ArmFacts['wristBend'], string>;
  wristTwist: Record<ArmFacts['wristTwist'], string>;
  stance: Record<TaskFacts['stance'], string>;
  footing: Record<TaskFacts['footing'], string>;
  sex: Record<Sex, string>;
  colour: Record<MacColour, string>;
}
export type ChoiceName = keyof ChoiceWords;

interface MethodWords {
  name: string;
  /** What the method asks, in one plain sentence. */
  asks: string;
}

const lifts = (n: number): string => (n === 1 ? '1 lift' : `${n} lifts`);

/** Units that are the same in both systems. */
const EN_UNITS = {
  deg: '°',
  '1/min': 'a minute',
  '1/h': 'an hour',
  min: 'min',
  s: 's',
  h: 'h',
  years: 'years',
};

/** A body part with a score of its own in REBA, RULA or OWAS. */
export type PartName =
  'trunk' | 'neck' | 'legs' | 'upperArm' | 'lowerArm' | 'wrist' | 'back' | 'arms';

/** English words of the job sheet, and the shape of every language's. */
export const jobEn = {
  title: 'Job sheets',
  lead: 'What recognised methods say about a job: measured from a lift where a camera saw one, by hand where not.',
  back: 'Start',
  toJobs: 'Job sheets',
  newOne: 'New job sheet',
  byHand: 'By hand',
  loading: 'Fetching what is kept',
  gone: 'This job is not kept on this device, or no longer.',
  liftGone:
    'The lift that measured this job is no longer kept. What you entered is still here; what the camera knew must be entered.',
  empty:
    'No job is kept yet. Begin by hand, or open a lift in the history and choose “Job sheet”: its measures are filled in for you.',
  list: {
    open: 'Open',
    rename: 'Rename',
    renameOf: (name: string) => `Rename ${name}`,
    delete: 'Delete',
    deleteOf: (name: string) => `Delete ${name}`,
    deleteTitle: 'Delete this job?',
    deleteText: (name: string) =>
      `“${name}” with all that was answered for it. The session that measured it stays. This cannot be taken back.`,
    deleteYes: 'Delete the job',
    changed: (when: string) => `Changed ${when}`,
    fromLift: 'From a lift',
    fromHand: 'By hand',
  },

  together: {
    title: 'Several tasks, one person',
    choose: (name: string) => `${name}: counts together with others`,
    how: 'Choose two or more jobs that one person does in turn: their composite lifting index (CLI, NIOSH) stands here.',
    without: (names: string) =>
      `Without a lifting index of their own, so there is none together: ${names}.`,
    told: 'Composite lifting index (NIOSH 94-110): the hardest job, and what the others add by being done as well.',
    outside: 'Together they are more lifts a minute than the equation has.',
  },

  name: 'Name of the job',
  unnamed: 'Job without a name',
  measuredBy: 'Measured by',
  liftOf: (number: string, when: string) => `Lift ${number}, ${when}`,
  noLift: 'By hand: nothing was measured',
  units: 'Units',
  unitNames: { metric: 'cm, kg', us: 'in, lb' } satisfies Record<UnitSystem, string>,
  unitWords: {
    metric: {
      ...EN_UNITS,
      kg: 'kg',
      cm: 'cm',
      m: 'm',
      'm/s': 'm/s',
      'kg/min': 'kg/min',
      'kg/h': 'kg/h',
      'kg/day': 'kg/day',
    },
    us: {
      ...EN_UNITS,
      kg: 'lb',
      cm: 'in',
      m: 'ft',
      'm/s': 'ft/s',
      'kg/min': 'lb/min',
      'kg/h': 'lb/h',
      'kg/day': 'lb/day',
    },
  } as Record<UnitSystem, Record<NonNullable<SheetUnit>, string>>,
  keep: 'Keep this job',
  kept: 'Kept on this device',
  notKept: 'Not kept yet',
  print: 'Print',
  csv: 'Table (CSV)',
  leaveTitle: 'Leave without keeping?',
  leaveText: 'What you entered here is not kept yet. If you leave now, it is gone.',
  leaveYes: 'Leave',

  apart:
    'These methods describe the job, not how somebody lifts: they never change a technique verdict or what the coaching says.',
  next: 'Next',
  nextAsk: (what: string) => `Answer this: ${what}`,
  nextMore: (n: number) => (n === 1 ? 'One more after this.' : `${n} more after this.`),
  nextDone: 'The lifting index is there. What else can be answered is in the sections below.',
  nextRefused: 'The equation does not apply to this job. Look at the other methods below.',
  answer: 'Answer',

  task: 'The job',
  inputs: 'Inputs',
  inputsNeeded: (needed: number) => (needed === 1 ? '1 answer needed' : `${needed} answers needed`),
  inputsEnough: 'nothing more is needed',
  conditions: 'Does any of this hold?',
  above: 'Also used, entered above',
  origins: {
    camera: 'from the camera',
    asked: 'you entered this',
    assumed: 'assumed until answered',
  } satisfies Record<InputOrigin, string>,
  notAnswered: 'not answered yet',
  fromCamera: (value: string) => `from the camera: ${value}`,
  giveBack: 'Use the camera’s',
  giveBackOf: (label: string) => `Use the camera’s value for ${label}`,
  clear: 'Clear',
  clearOf: (label: string) => `Clear ${label}`,
  range: (from: string, to: string) => `Between ${from} and ${to}, please.`,
  choose: 'Choose',
  yes: 'Yes',
  no: 'No',
  plusMinus: (error: string) => `± ${error}`,
  missing: {
    'not-asked': 'not answered yet',
    'not-seen': 'this end of the lift was not seen',
    'no-person': 'nobody was found at that moment',
    'no-baseline': 'no upright standing was seen first',
    'out-of-frame': 'part of the body was outside the picture',
    'too-uncertain': 'the camera was too unsure',
    'too-short': 'too few pictures at that moment',
    'rate-too-low': 'too few pictures a second',
    'not-measurable': 'a camera cannot measure this here',
    'not-visible': 'hidden from where the camera stood',
    'not-bent': 'not bent far enough for it to show',
    'not-looked-at': 'it takes a second look at the pictures',
  } satisfies Record<MissingReason, string>,

  fields: {
    massKg: { label: 'Mass of the load', help: 'The heaviest load that is lifted.' },
    meanMassKg: { label: 'Mean mass', help: 'Only where loads differ: their average.' },
    coupling: {
      label: 'Grip on the load',
      help: 'Good: handles or cut-outs. Fair: fingers can go under it. Poor: bulky, smooth, sagging.',
    },
    control: {
      label: 'Care where it is put down',
      help: 'Placed with precision, held in place, or gripped anew there. Then that end counts, too.',
    },
    perMinute: {
      label: 'Lifts a minute',
      help: 'Average over the busiest 15 minutes. Once in five minutes is 0.2.',
    },
    liftingMin: {
      label: 'Minutes of lifting in 15',
      help: 'Only where there are pauses: how many of 15 minutes are lifting.',
    },
    spells: {
      label: 'How long lifting goes on',
      help: 'Until there is enough light work or rest: as long as the lifting up to an hour, a third of it up to two.',
    },
    hoursPerDay: { label: 'Hours of lifting a day', help: 'All hours of the day with lifting.' },
    heightM: {
      label: 'Body height',
      help: 'Of the person who lifts: the zones go by their shoulders, knuckles and shins.',
    },
    'origin.horizontalCm': {
      label: 'Reach at the start',
      help: 'From the middle between the ankles to the middle between the hands.',
    },
    'origin.verticalCm': {
      label: 'Height of the hands at the start',
      help: 'From the floor to the middle of the hands where they grip.',
    },
    'origin.asymmetryDeg': {
      label: 'Load to the side at the start',
      help: 'How many degrees the load lies beside straight ahead.',
    },
    'destination.horizontalCm': {
      label: 'Reach at the end',
      help: 'From the middle between the ankles to the middle between the hands.',
    },
    'destination.verticalCm': {
      label: 'Height of the hands at the end',
      help: 'From the floor to the middle of the hands where they let go.',
    },
    'destination.asymmetryDeg': {
      label: 'Load to the side at the end',
      help: 'How many degrees the load lies beside straight ahead.',
    },
    travelCm: {
      label: 'Way up or down',
      help: 'How far the hands travel. Only where not both heights are known.',
    },
    'scope.one-handed': { label: 'Lifted with one hand', help: 'Only one hand carries the load.' },
    'scope.over-8-hours': {
      label: 'More than 8 hours',
      help: 'Lifting goes on for longer than 8 hours.',
    },
    'scope.seated-or-kneeling': {
      label: 'Seated or kneeling',
      help: 'The person does not stand while lifting.',
    },
    'scope.restricted-space': {
      label: 'Little room to move',
      help: 'Low ceiling or narrow space forces a posture.',
    },
    'scope.unstable-load': {
      label: 'The load moves by itself',
      help: 'A person, an animal, a liquid, anything that shifts.',
    },
    'scope.pushing-or-pulling': {
      label: 'Pushing or pulling',
      help: 'It is more pushing or pulling than lifting.',
    },
    'scope.carrying': { label: 'Carrying', help: 'More than one or two steps with the load.' },
    'scope.wheelbarrow-or-shovel': {
      label: 'Wheelbarrow or shovel',
      help: 'The load is moved with one of them.',
    },
    'scope.fast-hands': {
      label: 'Very fast lifts',
      help: 'Hands faster than 76 cm in a second, floor to table in under a second.',
    },
    'scope.slippery-floor': {
      label: 'Slippery floor',
      help: 'Shoes find less hold than on a clean, dry floor.',
    },
    'scope.climate': {
      label: 'Hot, cold or humid',
      help: 'Outside 19–26 °C (66–79 °F) or 35–50 % humidity. Shown beside the index.',
    },
    'scope.other-strenuous-work': {
      label: 'Other heavy work',
      help: 'More than a tenth of the work is carrying, pushing, climbing. Shown beside the index.',
    },
    'posture.angles.trunkFlexionDeg': {
      label: 'Trunk bent',
      help: 'Line from hips to shoulders against upright; forwards is plus.',
    },
    'posture.angles.lateralBendDeg': { label: 'Trunk to the side', help: 'Sideways bend.' },
    'posture.angles.axialTwistDeg': { label: 'Trunk turned', help: 'Shoulders against hips.' },
    'posture.angles.neckFlexionDeg': {
      label: 'Neck bent',
      help: 'Head against the line of the trunk; forwards is plus.',
    },
    'posture.angles.kneeFlexionLeftDeg': { label: 'Left knee bent', help: '0° is straight.' },
    'posture.angles.kneeFlexionRightDeg': { label: 'Right knee bent', help: '0° is straight.' },
    'posture.angles.upperArmLeftDeg': {
      label: 'Left upper arm',
      help: 'Against the trunk; forwards is plus.',
    },
    'posture.angles.upperArmRightDeg': {
      label: 'Right upper arm',
      help: 'Against the trunk; forwards is plus.',
    },
    'posture.angles.elbowFlexionLeftDeg': { label: 'Left elbow bent', help: '0° is straight.' },
    'posture.angles.elbowFlexionRightDeg': { label: 'Right elbow bent', help: '0° is straight.' },
    'posture.task.stance': { label: 'How the person stands', help: 'While doing this work.' },
    'posture.task.footing': { label: 'Feet', help: 'What carries the weight.' },
    'posture.task.trunkSupported': {
      label: 'Trunk supported',
      help: 'Sitting with the back well supported.',
    },
    'posture.task.neckTwisted': { label: 'Neck turned', help: 'Looking to the side.' },
    'posture.task.neckSideBent': { label: 'Neck to the side', help: 'Ear towards the shoulder.' },
    'posture.task.neckExtended': {
      label: 'Head tilted back',
      help: 'The camera sees how far, not which way.',
    },
    'posture.task.loadKg': {
      label: 'Load or force in the hands',
      help: 'Only where it is another than the mass above.',
    },
    'posture.task.loadShock': {
      label: 'Jerks or shocks',
      help: 'Force that comes suddenly or builds up rapidly.',
    },
    'posture.task.coupling': {
      label: 'Grip, for REBA',
      help: 'Only where it is another than the grip above, or not acceptable at all.',
    },
    'posture.task.heldStill': {
      label: 'Held still',
      help: 'A part of the body stays still for more than a minute.',
    },
    'posture.task.repeated': {
      label: 'Repeated',
      help: 'The same small movement more than four times a minute.',
    },
    'posture.task.rapidChange': {
      label: 'Large quick changes',
      help: 'Posture changes rapidly and far, or the base is unsteady.',
    },
    heldS: { label: 'How long it is held', help: 'Longest time in one bent posture.' },
    'mac.load-frequency': {
      label: 'A Load and frequency',
      help: 'Read the colour off the graph in HSE’s chart: it is not in this program.',
    },
    'mac.hand-distance': {
      label: 'B Hand distance from the back',
      help: 'Green: upper arms upright, trunk upright. Amber: arms away or trunk bent. Red: both.',
    },
    'mac.vertical-region': {
      label: 'C Height of the hands',
      help: 'Green: knee to elbow. Amber: below the knee or above the elbow. Red: floor or shoulder.',
    },
    'mac.twist-and-side': {
      label: 'D Trunk turned and to the side',
      help: 'Green: little of both. Amber: one of them. Red: both.',
    },
    'mac.postural-constraints': {
      label: 'E Room to move',
      help: 'Green: free. Amber: hindered. Red: forced into a posture.',
    },
    'mac.grip': {
      label: 'F Grip on the load',
      help: 'Green: handles or a fitting grip. Amber: some hold. Red: poor hold.',
    },
    'mac.floor': {
      label: 'G Floor',
      help: 'Green: dry, clean, in good repair. Amber: dry but worn or uneven. Red: wet, sloping, unsteady.',
    },
    'mac.environment': {
      label: 'H Surroundings',
      help: 'Heat, cold, draught, bad light. Green: none. Amber: one. Red: two or more.',
    },
    'acgih.liftsPerHour': {
      label: 'Lifts an hour',
      help: 'Only where it is another than 60 times the lifts a minute.',
    },
    'acgih.conditions.rapid-or-twisting': {
      label: 'Rapid lifts, or turning the trunk while lifting',
      help: 'The tables are for lifts without it.',
    },
    'acgih.conditions.one-hand': { label: 'One hand', help: 'The tables are for two hands.' },
    'acgih.conditions.seated-or-kneeling': {
      label: 'Seated or kneeling, for ACGIH',
      help: 'The tables are for people who stand.',
    },
    'acgih.conditions.heat': {
      label: 'Heat and humidity',
      help: 'The tables are for ordinary surroundings.',
    },
    'acgih.conditions.unstable-load': {
      label: 'A load that moves',
      help: 'Liquids, people, anything whose weight shifts.',
    },
    'acgih.conditions.poor-hold-or-footing': {
      label: 'Poor hold or footing',
      help: 'No good grip for the hands or the feet.',
    },
    'iso.sex': { label: 'Reference mass for', help: 'Not answered: both are kept open.' },
    'iso.ageYears': { label: 'Age', help: 'Of the people who do this work.' },
    'iso.walkingMS': {
      label: 'Walking speed',
      help: 'The standard is for 0.5 to 1 m/s (1.6 to 3.3 ft/s).',
    },
    'iso.carryingM': { label: 'Carried how far', help: 'Only where the load is carried.' },
    'iso.carriesPerMinute': { label: 'Carries a minute', help: 'Only where the load is carried.' },
    'iso.excluded.seated': { label: 'Done sitting', help: 'The standard is for people who stand.' },
    'iso.excluded.holding': {
      label: 'Only held',
      help: 'Holding without lifting is not in this standard.',
    },
    'iso.excluded.people-or-animals': {
      label: 'People or animals',
      help: 'Lifting them is not in this standard.',
    },
    'iso.excluded.lifting-aid-or-exoskeleton': {
      label: 'With a lifting aid or exoskeleton',
      help: 'Lifting with them is not in this standard.',
    },
  } satisfies Record<NamedPath, FieldWords>,
  armFields: {
    wristBend: { label: 'wrist bent', help: 'Up or down, against the forearm.' },
    wristDeviated: { label: 'wrist to thumb or little finger', help: 'Bent sideways.' },
    wristTwist: { label: 'forearm turned', help: 'About the middle of its range, or at its end.' },
    shoulderRaised: { label: 'shoulder raised', help: 'Pulled up towards the ear.' },
    armAbducted: { label: 'arm out to the side', help: 'Upper arm away from the body, or turned.' },
    armSupported: { label: 'arm supported', help: 'It rests on something, or gravity helps.' },
    forearmAcrossOrOut: {
      label: 'forearm across or out',
      help: 'It works across the middle of the body, or out to the side.',
    },
  } satisfies Record<keyof ArmFacts, FieldWords>,
  sides: { left: 'Left', right: 'Right' } satisfies Record<Side, string>,
  armOf: (side: string, label: string) => `${side} ${label}`,

  choices: {
    coupling: { good: 'Good', fair: 'Fair', poor: 'Poor', unacceptable: 'No hold at all' },
    wristBend: { none: 'Straight', 'up-to-15': 'Up to 15°', 'over-15': 'More than 15°' },
    wristTwist: { 'mid-range': 'Middle of its range', 'end-range': 'Near its end' },
    stance: { standing: 'Standing', walking: 'Walking', sitting: 'Sitting', kneeling: 'Kneeling' },
    footing: { 'both-legs': 'On both legs', 'one-leg': 'On one leg', unstable: 'Unsteady' },
    sex: { woman: 'Women', man: 'Men' },
    colour: { green: 'Green', amber: 'Amber', red: 'Red', purple: 'Purple' },
  },
  spells: {
    short: 'Up to 1 hour',
    moderate: '1 to 2 hours',
    long: '2 to 8 hours',
    own: 'In several spells',
    spell: (number: string) => `Spell ${number}`,
    work: 'Lifting, minutes',
    recovery: 'then light work or rest, minutes',
    recoveryHelp: 'Empty: lifting is over for the day.',
    add: 'Another spell',
    remove: (number: string) => `Remove spell ${number}`,
    comesTo: (duration: string) => `Comes to: ${duration}`,
  },

  results: {
    'rwl-origin': 'Recommended weight, start',
    'rwl-destination': 'Recommended weight, end',
    'li-origin': 'Lifting index, start',
    'li-destination': 'Lifting index, end',
    li: 'Lifting index',
    vli: 'Variable index, all lifts',
    left: 'Left',
    right: 'Right',
    total: 'Total',
    'judged-share': 'Part of the time that could be judged',
    hold: 'Held posture',
    'hold-limit': 'May be held for',
    asymmetry: 'Turned or to the side',
    inclination: 'Bent forwards',
    'horizontal-zone': 'Zone, outwards',
    'vertical-zone': 'Zone, height',
    limit: 'Limit',
    'mass-against-limit': 'Mass against the limit',
    'reference-mass': 'Reference mass',
    'mass-against-reference': 'Mass against the reference',
    'recommended-limit': 'Recommended limit',
    'carries-per-minute': 'Carries a minute, at most',
    'carried-per-minute': 'Carried a minute, at most',
    'carried-per-hour': 'Carried an hour, at most',
    'carried-per-day': 'Carried a day, at most',
  } satisfies Record<NamedResult, string>,
  timeAtLevel: (level: string) => `Time at level ${level}`,
  levelOf: (level: string) => `Level ${level}`,
  values: {
    close: 'close',
    intermediate: 'intermediate',
    extended: 'extended',
    'floor-to-mid-shin': 'floor to mid-shin',
    'mid-shin-to-knuckle': 'mid-shin to knuckles',
    'knuckle-to-below-shoulder': 'knuckles to below the shoulder',
    'about-shoulder': 'about the shoulder',
    within: 'within',
    unsure: 'too close to tell',
    over: 'over',
    acceptable: 'acceptable',
    conditional: 'acceptable under conditions',
    'not-acceptable': 'not acceptable',
    limited: 'for a limited time',
    'not-recommended': 'not recommended',
    'only-supported': 'only with support',
    'near-limit': 'near the limit',
    'over-limit': 'over the limit',
    green: 'green',
    amber: 'amber',
    red: 'red',
    purple: 'purple',
    short: 'up to 1 hour',
    moderate: '1 to 2 hours',
    long: '2 to 8 hours',
    'no-known-limit': 'no known limit for repeated lifting',
    yes: 'yes',
    perhaps: 'perhaps',
    no: 'no',
  } satisfies Record<ValueKey, string>,
  from: (low: string) => `${low} or more`,
  upTo: (high: string) => `${high} or less`,
  span: (low: string, high: string) => `${low}–${high}`,
  unverified: 'unverified',
  unverifiedWhy: 'These numbers were not read again in the standard itself.',

  states: {
    told: 'Result',
    asked: 'Answer needed',
    refused: 'Does not apply',
    'not-judged': 'Not judged',
  } satisfies Record<SheetState, string>,
  askedText: (what: string) => `Not answered yet: ${what}`,
  refusedText: 'This method does not apply here:',
  notJudgedText: (why: string) => `The camera could not tell: ${why}. You can enter it by hand.`,
  refused: {
    input: 'a value is missing or is not a size',
    horizontal: 'the load is further than 63 cm (25 in) away',
    vertical: 'the hands are higher than 175 cm (70 in)',
    travel: 'the load travels more than 175 cm (70 in)',
    asymmetry: 'the load is more than 135° to the side',
    frequency: 'more lifts a minute than its table has for this height and duration',
    'one-handed': 'lifted with one hand',
    'over-8-hours': 'more than 8 hours of lifting',
    'seated-or-kneeling': 'seated or kneeling',
    'restricted-space': 'little room to move',
    'unstable-load': 'the load moves by itself',
    'pushing-or-pulling': 'it is pushing or pulling',
    carrying: 'the load is carried',
    'wheelbarrow-or-shovel': 'a wheelbarrow or shovel is used',
    'fast-hands': 'the hands are too fast',
    'slippery-floor': 'the floor is slippery',
    climate: 'hot, cold or humid surroundings',
    'other-strenuous-work': 'much other heavy work',
    'beyond-the-zones': 'the load lies beyond its zones',
    'more-than-360-an-hour': 'more than 360 lifts an hour',
    'more-than-8-hours': 'more than 8 hours a day',
    'asymmetry-beyond-30': 'the load is more than 30° to the side',
    'rapid-or-twisting': 'rapid lifts, or turning while lifting',
    'one-hand': 'lifted with one hand',
    heat: 'heat and humidity',
    'poor-hold-or-footing': 'poor hold or footing',
    seated: 'done sitting',
    holding: 'the load is only held',
    'people-or-animals': 'people or animals are lifted',
    'lifting-aid-or-exoskeleton': 'a lifting aid or exoskeleton is used',
    'below-3-kg': 'the load is lighter than 3 kg (6.6 lb)',
    'walking-speed': 'walking faster or slower than the standard is for',
    'more-than-12-hours': 'more than 12 hours a day',
    'short-hold': 'held for less than 4 seconds: a movement, not a held posture',
  } satisfies Record<RefusalReason, string>,
  besides: 'Beside the index, because the equation leaves it out:',

  methods: {
    niosh: {
      name: 'NIOSH lifting equation',
      asks: 'How heavy may this load be, where it lies, so often and for so long?',
    },
    reba: { name: 'REBA', asks: 'How far is the whole body from an easy posture?' },
    rula: { name: 'RULA', asks: 'How far are arms, neck and trunk from an easy posture?' },
    owas: { name: 'OWAS', asks: 'Which postures of back, arms and legs does the work take?' },
    mac: {
      name: 'HSE MAC, lifting',
      asks: 'Which parts of this lift stand out, colour by colour?',
    },
    'iso-11226': { name: 'ISO 11226', asks: 'How long may a bent trunk be held still?' },
    'en-1005-4': {
      name: 'EN 1005-4',
      asks: 'Is the trunk’s posture or movement acceptable at a machine?',
    },
    acgih: {
      name: 'ACGIH lifting limits',
      asks: 'Up to which mass may be lifted repeatedly from this zone?',
    },
    'iso-11228-1': {
      name: 'ISO 11228-1',
      asks: 'Which mass does the standard take for these people, and how much may be carried?',
    },
  } satisfies Record<MethodId, MethodWords>,
  source: 'Source',
  levels: {
    reba: [
      'negligible: nothing is needed',
      'low: a change may be needed',
      'medium: a change is needed',
      'high: a change is needed soon',
      'very high: a change is needed now',
    ],
    rula: [
      '',
      'acceptable if it is not held or repeated for long',
      'look closer; a change may be needed',
      'look closer and change it soon',
      'look closer and change it at once',
    ],
    owas: [
      '',
      'ordinary posture, nothing is needed',
      'change it in the near future',
      'change it as soon as possible',
      'change it at once',
    ],
  } satisfies Record<'reba' | 'rula' | 'owas', readonly string[]>,
  publisher: 'What the publisher says of this level:',
  shares: 'Share of the judged time',
  leftRight: 'Left and right',
  /** Part scores of that moment; the arm's are those of the worse side. */
  parts: {
    trunk: 'Trunk',
    neck: 'Neck',
    legs: 'Legs',
    upperArm: 'Upper arm',
    lowerArm: 'Forearm',
    wrist: 'Wrist',
    back: 'Back',
    arms: 'Arms',
  } satisfies Record<PartName, string>,
  worstAt: (time: string) => `Highest at ${time}`,
  macTotal: 'HSE names no bands for the total: it is for putting jobs in order.',
  holdNote: 'For postures that are held with little force: never a limit for a lift.',

  niosh: {
    line: (li: string, spread: string) => `Lifting index ${li}${spread}`,
    no: 'No index',
    under: 'At 1 the load is as heavy as the equation recommends. NIOSH says: aim for 1 or less.',
    ends: {
      origin: 'The start of the lift decides.',
      destination: 'The end of the lift decides.',
    } satisfies Record<End, string>,
    is: (index: string) => `Mass ÷ recommended weight = ${index}`,
    recommended: (mass: string) => `Recommended here: ${mass}`,
    costs: 'What takes most from the recommended weight',
    multipliers: {
      HM: 'Reach',
      VM: 'Height',
      DM: 'Way up or down',
      AM: 'To the side',
      FM: 'How often, how long',
      CM: 'Grip',
    } satisfies Record<Multiplier, string>,
    takes: (share: string) => `takes ${share}`,
    takesNothing: 'takes nothing',
    changes: 'What would help most',
    changeTexts: {
      closer: (by: string) => `Bring it ${by} closer`,
      height: (to: string) => `Have the hands at ${to}`,
      straight: () => 'Put it straight ahead',
      'less-often': (to: string) => `Lift half as often (${to} a minute)`,
      grip: (to: string) => `Make the grip better (${to})`,
      lighter: (to: string) => `Make it a quarter lighter (${to})`,
    } satisfies Record<ChangeId, (value: string) => string>,
    atEnd: { origin: 'at the start', destination: 'at the end' } satisfies Record<End, string>,
    becomes: (before: string, after: string) => `LI ${before} → ${after}`,
    try: 'Try it',
    tryOf: (what: string) => `Try: ${what}`,
    variable: (n: number) => `From ${lifts(n)} of the session`,
    variableOut: (notMeasured: number, outside: number) =>
      `${notMeasured} could not be measured, ${outside} outside the equation`,
    variableNone: 'Fewer than two lifts of the session are inside the equation.',
    readings: 'As others read the equation',
    readingTexts: {
      'frequency-height': 'the frequency at the end by the height there',
      'between-rows': 'a frequency between two rows of the table by the next row',
    } satisfies Record<OtherReading['id'], string>,
    perhapsFast: 'the hands may be too fast for it',
    outsideLi: 'outside the equation',
  },
  differs: 'Where sources differ',
  differText: (at: string, here: string, other: string, others: string) =>
    `${at}: ${here} here, ${other} in ${others}`,

  whatIf: {
    begin: 'What if…',
    end: 'Drop the changes',
    title: 'As measured, and if changed',
    lead: 'Change any input now: it counts for “if changed” only. What was measured stays as it is.',
    measured: 'As measured',
    asIs: 'As it is',
    changed: 'If changed',
    editing: 'You are changing',
    none: 'Nothing differs yet. Change an input, or try one of the changes under the index.',
    what: 'What differs',
  },
  none: '–',
  paper: {
    inputs: 'Inputs',
    results: 'Results',
    input: 'Input',
    value: 'Value',
    comesFrom: 'Where it comes from',
    method: 'Method',
    result: 'Result',
    range: 'Possible (90 %)',
    note: 'Note',
    printed: (when: string) => `Printed ${when}`,
  },
};

export type JobWords = typeof jobEn;
