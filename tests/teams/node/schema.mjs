// Judges the things on stdin (a JSON list) against one of Microsoft's schemas; tells a list of problems for each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);

const schema = JSON.parse(readFileSync(process.argv[2], "utf8").replace(/^\uFEFF/, ""));
const old = String(schema.$schema).includes("draft-04");
const Ajv = require(old ? "ajv-draft-04" : "ajv").default;
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: true });
require("ajv-formats").default(ajv);
if (!old) {
  ajv.addMetaSchema(require("ajv/dist/refs/json-schema-draft-06.json"));
  delete schema.id; // draft 4's word, which draft 6 took over by mistake
}
const holds = ajv.compile(schema);
const things = JSON.parse(readFileSync(0, "utf8"));
const told = things.map((thing) => (holds(thing) ? [] : holds.errors.map((e) => `${e.instancePath || "/"}: ${e.message}`)));
process.stdout.write(JSON.stringify(told));
