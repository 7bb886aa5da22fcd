// Manifests before two judges of Slack's: the schema it publishes (by Ajv), and the types of its client (by TypeScript).
// Argument: the schema's file. On stdin a list of manifests as JSON; on stdout, a line: for each the problems found.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import ts from "typescript";

const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
const manifests = JSON.parse(readFileSync(0, "utf8"));
const bySchema = (manifest) => (validate(manifest) ? [] : validate.errors.map((error) => `schema: ${error.instancePath} ${error.message}`));

const file = fileURLToPath(new URL("manifests.ts", import.meta.url)); // in memory only
const source = [
  'import type { AppsManifestValidateArguments } from "@slack/web-api";',
  ...manifests.map((one, number) => `export const m${number}: AppsManifestValidateArguments["manifest"] = ${JSON.stringify(one)};`),
].join("\n");
const options = {
  strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
};
const host = ts.createCompilerHost(options);
const { fileExists, readFile, getSourceFile } = host;
host.fileExists = (name) => name === file || fileExists(name);
host.readFile = (name) => (name === file ? source : readFile(name));
host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, source, options.target) : getSourceFile(name, ...rest));
const program = ts.createProgram([file], options, host);
const found = ts.getPreEmitDiagnostics(program).map((one) => ({
  line: one.file?.fileName === file ? one.file.getLineAndCharacterOfPosition(one.start).line - 1 : -1,
  text: `types: ${ts.flattenDiagnosticMessageText(one.messageText, " ")}`,
}));
const broken = found.filter((one) => one.line < 0).map((one) => one.text); // the judge itself
const byTypes = (number) => [...broken, ...found.filter((one) => one.line === number).map((one) => one.text)];
process.stdout.write(`${JSON.stringify(manifests.map((one, number) => [...bySchema(one), ...byTypes(number)]))}\n`);
