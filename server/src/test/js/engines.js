// Answers charts with cql-execution and cql-exec-fhir, the CQL engine of SMART apps in JavaScript.
//
// Reads JSON lines: first {valueSets: {url: [{system, code}]}, libraries: {policy: [elm]}}, the library of the form first;
// then for each chart {policy, bundle, parameters: {orders, asOf}} or, without parameters, {policy, bundle, on}. Writes a
// line for each chart: {define: value}, or {error}.
'use strict';

const readline = require('readline');
const cql = require('cql-execution');
const fhir = require('cql-exec-fhir');

/** Keeps the types that JSON does not have. */
function written(value) {
  if (value === null || value === undefined) {
    return null;
  }
  if (Array.isArray(value)) {
    return value.map(written);
  }
  if (value.isCode) {
    return { code: { system: value.system, code: value.code, display: value.display } };
  }
  if (value.isQuantity) {
    return { quantity: { value: value.value, unit: value.unit } };
  }
  if (value.isDate || value.isDateTime) {
    return { date: value.toString() };
  }
  if (typeof value !== 'object') {
    return value;
  }
  return { tuple: Object.fromEntries(Object.keys(value).map(key => [key, written(value[key])])) };
}

function day(text) {
  return cql.Date.parse(text);
}

class Engine {
  constructor({ valueSets, libraries }) {
    this.codes = new cql.CodeService(
      Object.fromEntries(Object.entries(valueSets).map(([url, codes]) => [url, { '': codes }])));
    // One for all charts: each reads FHIR's model from XML.
    this.patients = fhir.PatientSource.FHIRv401();
    this.libraries = Object.fromEntries(Object.entries(libraries).map(([policy, elm]) => [policy, Engine.library(elm)]));
  }

  static library(elm) {
    const { id, version } = elm[0].library.identifier;
    return new cql.Repository(Object.fromEntries(elm.map(each => [each.library.identifier.id, each]))).resolve(id, version);
  }

  async answer({ policy, bundle, parameters, on }) {
    this.patients.reset();
    this.patients.loadBundles([bundle]);
    const given = parameters ? { Orders: parameters.orders, 'As Of': day(parameters.asOf) } : {};
    const now = cql.DateTime.parse((on || parameters.asOf) + 'T09:30:00.000-05:00');
    const executor = new cql.Executor(this.libraries[policy], this.codes, given);
    const results = (await executor.exec(this.patients, now)).patientResults;
    const answers = Object.values(results)[0];
    delete answers.Patient;
    return Object.fromEntries(Object.entries(answers).map(([define, value]) => [define, written(value)]));
  }
}

async function main() {
  let engine;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const json = JSON.parse(line);
    if (!engine) {
      engine = new Engine(json);
      continue;
    }
    const answers = await engine.answer(json).catch(error => ({ error: String(error.message) }));
    process.stdout.write(JSON.stringify(answers) + '\n');
  }
}

main();
