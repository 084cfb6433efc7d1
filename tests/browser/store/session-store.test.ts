import { openDexieStore } from '../../../src/store/dexie-store';
import { describeStore } from '../../contract/session-store';

let opened = 0;
describeStore('Dexie in a real browser', () => openDexieStore(`test-${++opened}`));
