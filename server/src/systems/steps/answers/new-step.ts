import type { Lookup } from '../../../model/lookup';
import type { Value } from '../../../model/value';
import type { Answers, StagedEdits } from '../../system';
import { add } from './add-and-move';
import { conventionalBuilder, conventionalConfig } from '../naming';
import { stubFor } from '../components/stubs';
import { SAGEMAKER_TYPES } from '../vocabulary';

/** A new step: a row with the conventional fields (formats 1.2), and stubs of its builder and config. */
export const draft: NonNullable<Answers['draft']> = { types: [...SAGEMAKER_TYPES], of: draftOf };

function draftOf(name: string, type: string, workspace: string | undefined, lookup: Lookup): StagedEdits {
  if (!/^[A-Za-z_]\w*$/.test(name)) return { refused: 'The name of a step has letters, digits and _ only.' };
  const [builder, config] = [conventionalBuilder(name), conventionalConfig(name)];
  const fields = new Map<string, Value>([
    ['config_class', config],
    ['builder_step_name', builder],
    ['spec_type', name],
    ['sagemaker_step_type', type],
    ['description', ''],
  ]);
  const added = add(name, fields, { workspace }, lookup);
  if ('refused' in added) return added;
  const [row] = added.stages.flat();
  if (row?.do !== 'add-entry') return added;
  const step = { name, type, registry: row.path };
  const stubs = [stubFor('builder', builder, step), stubFor('config', config, step)];
  const missing = stubs.flatMap(stub => (stub === undefined || lookup.hasFile(stub.path) ? [] : [stub]));
  return { stages: [[row, ...missing]] };
}
