/**
 * The lint rule for the length of a function: its own lines only, without those of the functions written inside it,
 * so that a factory of small functions passes as a class of small methods does. Must not know the code it counts.
 */

const kinds = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

const linesOf = (/** @type {any} */ node) => node.loc.end.line - node.loc.start.line;

/** @type {import('eslint').Rule.RuleModule} */
export const functionLength = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'integer', minimum: 1 }],
    messages: { long: 'This function has {{own}} lines of its own; at most {{max}} can be read at one glance. Name a part of it.' },
  },
  create: (context) => {
    const max = context.options[0];
    /** Lines taken by inner functions, per function that is open. */
    const open = [];

    const enter = () => {
      open.push(0);
    };
    const leave = (/** @type {any} */ node) => {
      const inner = open.pop() ?? 0;
      const own = linesOf(node) + 1 - inner;
      if (own > max) context.report({ node, loc: node.loc.start, messageId: 'long', data: { own: String(own), max: String(max) } });
      if (open.length > 0) open[open.length - 1] += linesOf(node);
    };

    return Object.fromEntries(
      kinds.flatMap((kind) => [
        [kind, enter],
        [`${kind}:exit`, leave],
      ]),
    );
  },
};
