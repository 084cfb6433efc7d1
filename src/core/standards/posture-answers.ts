import type { Origin, Side } from './posture-readings';

/** What somebody said, or what is taken until somebody does. */
export interface Answer<T> {
  value: T;
  origin: Exclude<Origin, 'camera'>;
}

/** What no camera sees of one arm. */
export interface ArmFacts {
  /** Bend of the wrist either way: none, up to 15°, more. */
  wristBend: 'none' | 'up-to-15' | 'over-15';
  /** Bent towards thumb or little finger. */
  wristDeviated: boolean;
  /** Forearm turned: about the middle of its range, or near its end. */
  wristTwist: 'mid-range' | 'end-range';
  shoulderRaised: boolean;
  /** Upper arm away from the side, or turned. */
  armAbducted: boolean;
  /** Arm supported, or the person leans on it, or gravity helps. */
  armSupported: boolean;
  /** The forearm works across the middle of the body or out to the side. */
  forearmAcrossOrOut: boolean;
}

/** What no camera sees of the task and of how the person stands, the same for the whole task. */
export interface TaskFacts {
  stance: 'standing' | 'walking' | 'sitting' | 'kneeling';
  footing: 'both-legs' | 'one-leg' | 'unstable';
  /** Sitting with the trunk well supported. */
  trunkSupported: boolean;
  neckTwisted: boolean;
  neckSideBent: boolean;
  /** Head tilted back. The camera sees how far the head is tilted, not which way. */
  neckExtended: boolean;
  /** Load or force in the hands, kg. */
  loadKg: number;
  /** Shock, or force that builds up rapidly. */
  loadShock: boolean;
  coupling: 'good' | 'fair' | 'poor' | 'unacceptable';
  /** A body part is held still for more than a minute. */
  heldStill: boolean;
  /** Small movements more than four times a minute. */
  repeated: boolean;
  /** Rapid large changes of posture, or an unstable base. */
  rapidChange: boolean;
}

export type Answered<Facts> = { [Name in keyof Facts]: Answer<Facts[Name]> };

/** Everything that is asked, once a task. */
export interface PostureAnswers {
  task: Answered<TaskFacts>;
  arms: Record<Side, Answered<ArmFacts>>;
}

const ASSUMED_ARM: ArmFacts = {
  wristBend: 'none',
  wristDeviated: false,
  wristTwist: 'mid-range',
  shoulderRaised: false,
  armAbducted: false,
  armSupported: false,
  forearmAcrossOrOut: false,
};
const ASSUMED_TASK: TaskFacts = {
  stance: 'standing',
  footing: 'both-legs',
  trunkSupported: false,
  neckTwisted: false,
  neckSideBent: false,
  neckExtended: false,
  loadKg: 0,
  loadShock: false,
  coupling: 'good',
  heldStill: false,
  repeated: false,
  rapidChange: false,
};

function answered<Facts extends object>(assumed: Facts, said: Partial<Facts>): Answered<Facts> {
  return Object.fromEntries(
    Object.entries(assumed).map(([name, value]) => {
      const given = said[name as keyof Facts];
      return [
        name,
        given === undefined
          ? { value: value as unknown, origin: 'assumed' }
          : { value: given, origin: 'asked' },
      ];
    }),
  ) as Answered<Facts>;
}

/**
 * What was said, and for all that was not, the least burdening answer, marked as assumed: it adds no point that nobody
 * has seen.
 */
export function answersFrom(
  task: Partial<TaskFacts> = {},
  arms: Partial<Record<Side, Partial<ArmFacts>>> = {},
): PostureAnswers {
  return {
    task: answered(ASSUMED_TASK, task),
    arms: {
      left: answered(ASSUMED_ARM, arms.left ?? {}),
      right: answered(ASSUMED_ARM, arms.right ?? {}),
    },
  };
}
