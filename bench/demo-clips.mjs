/** The demo clips (public/demo/ID.mp4), one lift each. */
export const DEMO_CLIPS = ['good', 'bent', 'twist'];
