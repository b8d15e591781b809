import type { Piece } from './build/publication.ts';

declare global {
  namespace App {
    interface Locals {
      /** The piece whose text is being written: its components take facts and figures from it. */
      piece?: Piece;
    }
  }
}
