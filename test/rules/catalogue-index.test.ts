import { checkFindings } from '../support/fixture';

const DAGS = `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"A": {"config_class": "AConfig"}, "B": {"config_class": "BConfig"}}
#- src/cursus/pipeline_catalog/dags/two.dag.json
{"dag": {"nodes": ["A", "B"], "edges": [["A", "B"]]}}
`;

describe('alignment/catalogue-index', () => {
  const says = (name: string, text: string): void => {
    it(name, () => {
      checkFindings(DAGS + text, ['alignment/catalogue-index']);
    });
  };

  says(
    'compares the size that the index gives of a DAG with its file',
    `#- src/cursus/pipeline_catalog/dags/catalog_index.json
{"dags": [
  {"id": "two", "path": "two.dag.json", "node_count": 2, "edge_count": 2},
#                                                                      ^ alignment/catalogue-index
  {"id": "two", "path": "two.dag.json", "node_count": 2, "edge_count": 1}
#        ^^^^^ alignment/catalogue-index
]}
`,
  );
  says(
    'says once that the folder of several pipelines is gone, and finds connections that lead nowhere',
    `#- src/cursus/pipeline_catalog/catalog_index.json
{"nodes": {
  "one": {"source_file": "pipelines/one.py", "connections": {"related": [{"id": "two"}]}},
#                        ^^^^^^^^^^^^^^^^^^ alignment/catalogue-index
  "two": {"source_file": "pipelines/two.py", "connections": {"related": [{"id": "onne"}]}}
#                                                                               ^^^^^^ alignment/catalogue-index
}}
`,
  );
  says(
    'is silent about files that git ignores, paths that lead elsewhere, and what is half typed',
    `#- .gitignore
pipelines/
#- src/cursus/pipeline_catalog/catalog_index.json
{"nodes": {
  "one": {"source_file": "pipelines/one.py"},
  "two": {"source_file": "../two.py"}
}}
#- src/cursus/pipeline_catalog/more/catalog_index.json
{"dags": [{"id": "three", "path": "three.dag.json"
`,
  );
});
