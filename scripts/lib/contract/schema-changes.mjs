/**
 * How a schema's change breaks clients. `asked`: they send it, so all that fitted before has to fit still; `answered`: they read it,
 * so nothing may come that could not come before. Answers sentences that begin with the field, such as `plan[].at is gone`.
 */
export function schemaChanges(before, after, direction, documents) {
  return new Comparison(direction, documents).compare(before, after, '');
}

class Comparison {
  constructor(direction, { before, after }) {
    this.asked = direction === 'asked';
    this.documents = { before, after };
    this.underWay = new Set();
  }

  compare(before = {}, after = {}, at) {
    return this.compareForms(forms(before, this.documents.before), forms(after, this.documents.after), at);
  }

  /** Each form that has to stay must be among the others', unchanged. */
  compareForms(before, after, at) {
    if (before.length === 1 && after.length === 1) return this.compareForm(before[0], after[0], at);
    const fits = (one, other) => this.compareForm(one, other, at).length === 0;
    const lost = this.asked
      ? before.filter((form) => !after.some((other) => fits(form, other)))
      : after.filter((form) => !before.some((other) => fits(other, form)));
    const what = this.asked ? 'no longer takes' : 'may now be';
    return lost.map((form) => `${name(at)} ${what} ${title(form)}`);
  }

  /** A schema within itself is compared once. */
  compareForm(before, after, at) {
    const pair = `${before.ref} ${after.ref}`;
    if (this.underWay.has(pair)) return [];
    if (before.ref && after.ref) this.underWay.add(pair);
    const changes = [
      ...this.types(before, after, at),
      ...this.values(before, after, at),
      ...(this.asked ? narrowed(before, after, at) : []),
      ...changed(before, after, at, this.asked),
      ...this.fields(before, after, at),
      ...(before.items && after.items ? this.compare(before.items, after.items, `${at}[]`) : []),
    ];
    this.underWay.delete(pair);
    return changes;
  }

  types(before, after, at) {
    const [wanted, given] = this.asked ? [typesOf(before), typesOf(after)] : [typesOf(after), typesOf(before)];
    if (given === undefined) return [];
    const verb = this.asked ? 'no longer takes' : 'may now be';
    if (wanted === undefined) return [`${name(at)} ${verb} anything`];
    const missing = wanted.filter((type) => !given.includes(type) && !(type === 'integer' && given.includes('number')));
    return missing.map((type) => `${name(at)} ${verb} a value of type ${type}`);
  }

  values(before, after, at) {
    const [wanted, given] = this.asked ? [valuesOf(before), valuesOf(after)] : [valuesOf(after), valuesOf(before)];
    if (given === undefined) return [];
    const verb = this.asked ? 'no longer takes' : 'may now be';
    if (wanted === undefined) return [`${name(at)} ${verb} any value`];
    return wanted
      .filter((value) => !given.includes(value))
      .map((value) => `${name(at)} ${verb} ${JSON.stringify(value)}`);
  }

  fields(before, after, at) {
    const [old, now] = [before.properties ?? {}, after.properties ?? {}];
    const [oldRequired, nowRequired] = [before.required ?? [], after.required ?? []];
    const path = (field) => (at === '' ? field : `${at}.${field}`);
    const gone = Object.keys(old).filter((field) => !(field in now));
    const demanded = this.asked
      ? nowRequired.filter((field) => !oldRequired.includes(field))
      : oldRequired.filter((field) => field in now && !nowRequired.includes(field));
    return [
      ...gone.map((field) => `${path(field)} is gone`),
      ...demanded.map((field) => `${path(field)} ${this.asked ? 'is required now' : 'may be missing now'}`),
      ...(this.asked && isOpen(before) && !isOpen(after) ? [`${name(at)} no longer takes further fields`] : []),
      ...Object.keys(old).flatMap((field) => (field in now ? this.compare(old[field], now[field], path(field)) : [])),
    ];
  }
}

const name = (at) => (at === '' ? 'it' : at);
const title = (form) => (form.ref ? form.ref.split('/').at(-1) : `the form ${JSON.stringify(form)}`);
const isOpen = ({ additionalProperties }) => additionalProperties !== undefined && additionalProperties !== false;
const typesOf = ({ type }) => (type === undefined ? undefined : [type].flat());
const valuesOf = (schema) => ('const' in schema ? [schema.const] : schema.enum);

/** The schemas that a value may have: those of `anyOf` and `oneOf`, references followed and `allOf` joined. */
function forms(schema, document) {
  const { $ref, allOf, anyOf, oneOf, ...own } = schema;
  if ($ref !== undefined) {
    const target = $ref
      .slice(2)
      .split('/')
      .reduce((node, key) => node[key], document);
    return forms(target, document).map((form) => ({ ref: $ref, ...form }));
  }
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return choices.flatMap((choice) => forms(choice, document));
  if (allOf === undefined) return [own];
  return [allOf.flatMap((part) => forms(part, document)).reduce(join, own)];
}

const join = (one, other) => ({
  ...one,
  ...other,
  properties: { ...one.properties, ...other.properties },
  required: [...(one.required ?? []), ...(other.required ?? [])],
});

const LOWEST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const HIGHEST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];

/** Ranges that became smaller. */
function narrowed(before, after, at) {
  const say = (key) => `${name(at)} has ${key} ${after[key]} now (${before[key] ?? 'none'} before)`;
  return [
    ...LOWEST.filter((key) => key in after && !(before[key] >= after[key])).map(say),
    ...HIGHEST.filter((key) => key in after && !(before[key] <= after[key])).map(say),
  ];
}

/** Forms of texts that changed; a looser one breaks only those who read. */
function changed(before, after, at, asked) {
  const [one, other] = asked ? [after, before] : [before, after];
  return ['format', 'pattern', 'multipleOf']
    .filter((key) => key in one && one[key] !== other[key])
    .filter((key) => asked || key === 'format')
    .map((key) => `${name(at)} has ${key} ${after[key] ?? 'none'} now (${before[key] ?? 'none'} before)`);
}
