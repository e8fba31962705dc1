import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'FromAsCasing',
  docs: `\`AS\` should be written in the same case as the \`FROM\` it belongs to: both in upper case or both in lower case.`,
  bad: [
    {
      file: "FROM debian:latest as builder\n                   ^^ 'as' and 'FROM' keywords' casing do not match\n",
      fixed: 'FROM debian:latest AS builder\n',
    },
    {
      file: "from debian:latest As builder\n                   ^^ 'As' and 'from' keywords' casing do not match\n",
      fixed: 'from debian:latest as builder\n',
    },
  ],
  good: ['FROM debian AS builder\n', 'from debian as builder\n', 'From debian as builder\n'],
  *check({ stages }) {
    for (const { from, as } of stages) {
      const keyword = from.keyword.text;
      const isLower = keyword === keyword.toLowerCase();
      if (as === undefined || (!isLower && keyword !== keyword.toUpperCase())) continue;
      const newText = isLower ? as.text.toLowerCase() : as.text.toUpperCase();
      if (newText === as.text) continue;
      yield {
        span: as.span,
        message: `'${as.text}' and '${keyword}' keywords' casing do not match`,
        fixes: [{ title: `Write ${newText}`, edits: [{ span: as.span, newText }], safe: true }],
      };
    }
  },
});
