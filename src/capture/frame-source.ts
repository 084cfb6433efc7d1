import type { Seconds } from '../core/units';

/** A running stream of pictures. */
export interface FrameSource {
  /** No callback comes after this. The video element itself is left as it is. */
  stop(): void;
}

/**
 * Calls back for every new picture of a playing video element (camera or clip), with the time of the picture itself:
 * the capture time of a camera where the browser tells it, else the media time. Times never go back within one source,
 * so a clip that loops or is wound back continues with the time of day. Where the browser cannot announce pictures,
 * it is asked at every screen refresh instead.
 *
 * @param callback gets the element, whose present picture is the new one, and seconds on a clock of the source's own
 */
export function startFrameSource(
  video: HTMLVideoElement,
  callback: (video: HTMLVideoElement, timeS: Seconds) => void,
): FrameSource {
  const clock = new ForwardClock();
  // Not in every browser, whatever the types say.
  const announces = 'requestVideoFrameCallback' in video;
  let stopped = false;
  let handle = 0;

  const onAnnounced = (nowMs: number, metadata: VideoFrameCallbackMetadata): void => {
    if (stopped) return;
    handle = video.requestVideoFrameCallback(onAnnounced);
    // A camera's own clock and the page's are one clock; a clip has only its media time.
    const pictureMs =
      video.srcObject === null ? metadata.mediaTime * 1000 : (metadata.captureTime ?? nowMs);
    callback(video, clock.forward(pictureMs / 1000, nowMs / 1000));
  };

  let lastMediaS = -1;
  const onRefresh = (nowMs: number): void => {
    if (stopped) return;
    handle = requestAnimationFrame(onRefresh);
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.currentTime === lastMediaS)
      return;
    lastMediaS = video.currentTime;
    const pictureS = video.srcObject === null ? video.currentTime : nowMs / 1000;
    callback(video, clock.forward(pictureS, nowMs / 1000));
  };

  handle = announces
    ? video.requestVideoFrameCallback(onAnnounced)
    : requestAnimationFrame(onRefresh);

  return {
    stop() {
      stopped = true;
      if (announces) video.cancelVideoFrameCallback(handle);
      else cancelAnimationFrame(handle);
    },
  };
}

/** More than this between two pictures that no other clock knows of: the computer slept. */
const ASLEEP_S: Seconds = 1;
/** Long enough for whoever comes then to be somebody new; a clock that is set to another year makes no year of it. */
const LONGEST_SLEEP_S: Seconds = 60;

/**
 * Seconds that only go forward: a picture's own time, shifted on whenever that jumps back, and when the computer slept. Most
 * systems stop every clock but the calendar then, and pictures of two days would seem to follow one another.
 */
export class ForwardClock {
  private shiftS: Seconds = 0;
  private lastS: Seconds | null = null;
  private lastNowS: Seconds = 0;
  private lastDayS: Seconds | null = null;

  /**
   * @param pictureS the picture's own time
   * @param nowS the time of day at which it came, on any steady clock
   * @param dayS the calendar's time, which goes on through sleep, and may be set back or forth; null = not known
   */
  forward(pictureS: Seconds, nowS: Seconds, dayS: Seconds | null = null): Seconds {
    let timeS = pictureS + this.shiftS;
    if (this.lastS !== null && dayS !== null && this.lastDayS !== null) {
      const sleptS = Math.min(dayS - this.lastDayS - (timeS - this.lastS), LONGEST_SLEEP_S);
      if (sleptS > ASLEEP_S) {
        timeS += sleptS;
        this.shiftS += sleptS;
      }
    }
    this.lastDayS = dayS;
    if (this.lastS !== null && timeS <= this.lastS) {
      // Back in its own time: go on by as much as has passed outside, but at least by a tick.
      timeS = this.lastS + Math.max(nowS - this.lastNowS, 0.001);
      this.shiftS = timeS - pictureS;
    }
    this.lastS = timeS;
    this.lastNowS = nowS;
    return timeS;
  }
}
