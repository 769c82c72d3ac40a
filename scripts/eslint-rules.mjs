// Lint rules of this project alone, read by eslint.config.mjs.
/** A `Buffer` is a `Uint8Array` with methods of Node. */
const typedArray = /^(?:(?:Ui|I)nt\d+(?:Clamped)?Array|Float\d+Array|Buffer)$/;

/** Reports `value!`, except for elements of typed arrays: hot loops read them within bounds that the loops themselves keep. */
const nonNullAssertion = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      assertion:
        'Only elements of typed arrays may be asserted with `!`. Narrow the value, iterate over entries, or pass the known value in; where it provably cannot be absent, `defined` of server/src/base/defined.ts says what is missing.',
    },
  },
  create(context) {
    const { parserServices } = context.sourceCode;
    const isTypedArray = node => {
      const type = parserServices.getTypeAtLocation(node);
      return (type.isUnion() ? type.types : [type]).every(part => typedArray.test(part.getSymbol()?.name ?? ''));
    };
    return {
      TSNonNullExpression(node) {
        const { expression } = node;
        if (expression.type !== 'MemberExpression' || !expression.computed || !isTypedArray(expression.object))
          context.report({ node, messageId: 'assertion' });
      },
    };
  },
};

/** Reports `value as unknown as Type`, which lets any value pass for any type. */
const castThroughUnknown = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      cast: 'A cast through `unknown` checks nothing: narrow the value, or give it the right type at its source.',
    },
  },
  create: context => ({
    'TSAsExpression > TSAsExpression.expression > TSUnknownKeyword.typeAnnotation': node =>
      context.report({ node, messageId: 'cast' }),
  }),
};

export const projectRules = {
  rules: { 'non-null-assertion': nonNullAssertion, 'cast-through-unknown': castThroughUnknown },
};
