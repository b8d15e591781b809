/** Starts an embed: tells the page around it how high it is. */
import { tellHeight } from './height.ts';

tellHeight();
