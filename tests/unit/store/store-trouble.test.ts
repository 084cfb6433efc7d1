import 'fake-indexeddb/auto';
import { describeTrouble } from '../../contract/store-trouble';

describeTrouble('on fake-indexeddb');
