// node check.mjs <schema> <file>… prints one line a file: "valid", or what is wrong with it.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [schema, ...files] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));

// The schema is not ours: what strict mode holds against it does not matter.
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);
for (const file of files) {
  console.log(validate(file) ? "valid" : JSON.stringify(validate.errors));
}
