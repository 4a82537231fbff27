/** Where our own terms live: what schema.org, PROV and Web Annotation have no word for. Explained in docs/methodology.md. */
export const VOCABULARY = 'urn:counterclaim:term:';

type TermDefinition = string | Readonly<Record<string, string>>;

const SCHEMA_TYPES = [
  'Article',
  'Claim',
  'CorrectionComment',
  'CreativeWork',
  'Dataset',
  'Event',
  'GeoCircle',
  'GeoCoordinates',
  'GovernmentOrganization',
  'Hospital',
  'NGO',
  'NewsMediaOrganization',
  'Organization',
  'Person',
  'Place',
  'PoliticalParty',
  'PropertyValue',
  'QuantitativeValue',
  'Report',
  'SocialMediaPosting',
] as const;
const SCHEMA_TEXTS = ['description', 'name', 'text'] as const;
const SCHEMA_VALUES = [
  'datePublished',
  'endDate',
  'geoRadius',
  'inLanguage',
  'latitude',
  'longitude',
  'maxValue',
  'minValue',
  'propertyID',
  'startDate',
  'value',
  'version',
] as const;
const SCHEMA_LINKS = [
  'about',
  'appearance',
  'author',
  'containedInPlace',
  'correction',
  'firstAppearance',
  'geo',
  'geoMidpoint',
  'identifier',
  'license',
  'location',
  'parentOrganization',
  'publisher',
  'sameAs',
  'superEvent',
  'url',
  'worksFor',
] as const;
const PROV_LINKS = [
  'actedOnBehalfOf',
  'wasAssociatedWith',
  'wasDerivedFrom',
  'wasGeneratedBy',
  'wasInvalidatedBy',
  'wasQuotedFrom',
  'wasRevisionOf',
] as const;

const OWN_TYPES = ['Assertion', 'ParagraphSelector', 'Retraction'] as const;
const OWN_VALUES = [
  'basis',
  'best',
  'bound',
  'boundary',
  'channel',
  'digest',
  'excerptOnly',
  'extent',
  'fate',
  'field',
  'from',
  'happened',
  'heldOn',
  'hedge',
  'includesPerpetrators',
  'kind',
  'measure',
  'modality',
  'model',
  'munitionClass',
  'object',
  'outcome',
  'paragraph',
  'persons',
  'precision',
  'published',
  'relation',
  'said',
  'sha256',
  'stance',
  'textSha256',
  'time',
  'topic',
  'until',
  'vehicle',
  'weapon',
  'what',
  'withinMinutes',
  'zone',
] as const;
const OWN_LINKS = [
  'asserts',
  'countedBy',
  'countedOf',
  'launchedFrom',
  'party',
  'place',
  'quantity',
  'respondsTo',
  'retracts',
  'scope',
  'shareOf',
  'side',
  'target',
  'wire',
] as const;

const terms = (
  names: readonly string[],
  prefix: string,
  more?: Readonly<Record<string, string>>,
): Record<string, TermDefinition> =>
  Object.fromEntries(
    names.map((name) => [name, more === undefined ? `${prefix}${name}` : { '@id': `${prefix}${name}`, ...more }]),
  );

const link = { '@type': '@id' } as const;

/**
 * The context of every document (JSON-LD 1.1), inline so that nobody has to fetch one. There is no `@vocab`: a key that stands
 * nowhere here is a mistake, and a processor in safe mode says so.
 */
export const CONTEXT = {
  '@version': 1.1,
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  ...terms(SCHEMA_TYPES, 'schema:'),
  ...terms(SCHEMA_TEXTS, 'schema:', { '@language': 'en' }),
  ...terms(SCHEMA_VALUES, 'schema:'),
  ...terms(SCHEMA_LINKS, 'schema:', link),
  ...terms(PROV_LINKS, 'prov:', link),
  ...terms(['Activity', 'Agent', 'Entity'], 'prov:'),
  ...terms(['Annotation', 'SpecificResource', 'TextPositionSelector'], 'oa:'),
  ...terms(['hasTarget', 'hasSource', 'hasSelector', 'refinedBy'], 'oa:', link),
  ...terms(['start', 'end'], 'oa:'),
  ...terms(['isReplacedBy'], 'dcterms:', link),
  ...terms(OWN_TYPES, VOCABULARY),
  ...terms(OWN_VALUES, VOCABULARY),
  ...terms(OWN_LINKS, VOCABULARY, link),
  alternateName: 'schema:alternateName',
  date: { '@id': 'dcterms:date', '@type': 'xsd:date' },
  now: { '@id': `${VOCABULARY}now`, '@type': '@json' },
  passage: { '@reverse': 'oa:hasBody' },
  via: { '@id': `${VOCABULARY}via`, '@type': '@id', '@container': '@list' },
  was: { '@id': `${VOCABULARY}was`, '@type': '@json' },
} as const;
