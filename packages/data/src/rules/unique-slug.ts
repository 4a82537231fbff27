import type { Rule } from './rule.ts';

export const uniqueSlug: Rule = {
  id: 'unique-slug',
  wants: 'No two claims of a source bear the same slug: with the source it is the claim’s permanent id.',
  check(records, report) {
    const first = new Map<string, number>();
    for (const { id, field } of records.eachClaim()) {
      const slug = field.get('slug');
      const { line } = field.file.locate(slug.path);
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, line);
      else
        report(
          slug,
          `the slug ${slug.text ?? ''} is that of the claim in line ${earlier}`,
          'give one of the two another slug',
        );
    }
  },
};
