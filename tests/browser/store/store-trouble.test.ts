import { describeTrouble } from '../../contract/store-trouble';

describeTrouble('in a real browser');
