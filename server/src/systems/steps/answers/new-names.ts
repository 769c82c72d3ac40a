import { isAcceptedName } from '../read/refusals';

/** Why a step cannot be called `name`, in words for the person who wants it; undefined if it can. */
export function whyNoStepName(name: string): { readonly refused: string } | undefined {
  const isAccepted = isAcceptedName(name) && name.trim() === name;
  return isAccepted ? undefined : { refused: `A step name may hold only letters, digits, '_' and '-'` };
}
