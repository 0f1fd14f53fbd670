// What CSS is held to: `tests/architecture/test_styles.py` runs it.
export default {
  extends: 'stylelint-config-standard',
  rules: {
    // Parts and variants of a component are named after it: card, card__title, card--large.
    'selector-class-pattern': '^[a-z0-9]+(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9_]+(-[a-z0-9]+)*)?$',
    // Telephones from before 2022 do not know (width >= 40rem), and would get the layout of no width at all.
    'media-feature-range-notation': 'prefix',
    // An empty line parts groups of tokens.
    'custom-property-empty-line-before': null,
    // A component stands together, and its states beside what has them; layers say which of two components wins.
    'no-descending-specificity': null,
    // Safari on a telephone knows it by no other name.
    'property-no-vendor-prefix': [true, { ignoreProperties: ['-webkit-text-size-adjust'] }],
  },
};
