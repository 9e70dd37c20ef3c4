// node check.mjs <bill of materials> prints "valid", or what is wrong with it.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const schema = (name) => read(new URL(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`, import.meta.url));

// The schemas are not ours: what strict mode holds against them does not matter. Two formats are missing in ajv-formats.
const ajv = new Ajv({ strict: false, allErrors: true, formats: { "idn-email": true, "iri-reference": true } });
addFormats(ajv);
for (const name of ["spdx", "jsf-0.82"]) {
  ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
}
const validate = ajv.compile(schema("bom-1.6"));
console.log(validate(read(process.argv[2])) ? "valid" : JSON.stringify(validate.errors));
