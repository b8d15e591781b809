import type { parseDocument } from 'htmlparser2';

/** Nodes as htmlparser2 gives them. */
export type Node = ReturnType<typeof parseDocument>['children'][number];
export type Element = Extract<Node, { readonly attribs: object }>;

export const isElement = (node: Node): node is Element => node.type === 'tag';
