/** Both screens of the jobs, fetched together when one is opened. */
export { default as Jobs } from './Jobs.svelte';
export { default as JobSheetScreen } from './JobSheetScreen.svelte';
