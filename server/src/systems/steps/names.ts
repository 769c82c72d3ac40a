/**
 * A name reduced to what all spellings share, lower-case letters and digits: `XGBoostTraining`, `xgboost_training` and
 * `xgboost-training` give the same key (formats 1.8).
 */
export function canonicalKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
