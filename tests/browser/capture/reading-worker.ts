import { openVideoFile, readVideoFrames } from '../../../src/capture/video-file';

/** Reads a recording in a module worker and tells the times of its pictures. */
self.addEventListener('message', (event: MessageEvent<Blob>) => {
  void (async () => {
    const video = await openVideoFile(event.data);
    if (!video.ok) {
      self.postMessage(video.error.kind);
      return;
    }
    const times: number[] = [];
    for await (const { timeS } of readVideoFrames(video.value, { fps: 5, maxSide: 64 })) {
      times.push(Math.round(timeS * 100) / 100);
    }
    video.value.close();
    self.postMessage(times);
  })();
});
