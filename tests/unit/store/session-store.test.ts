import 'fake-indexeddb/auto';
import { openDexieStore } from '../../../src/store/dexie-store';
import { MemoryStore } from '../../../src/store/memory-store';
import { describeStore } from '../../contract/session-store';

describeStore('memory', () => new MemoryStore());

let opened = 0;
describeStore('Dexie on fake-indexeddb', () => openDexieStore(`test-${++opened}`));
