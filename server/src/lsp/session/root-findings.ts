import type { Diagnostic } from 'vscode-languageserver';
import { diagnostics } from '../../features/overviews/summed-up';
import { diagnosticOf } from './convert';
import type { FindingsSource, FileFindings } from './publisher';
import type { RootPositions } from './root-positions';
import type { RootState } from './root-state';

/** The findings of a root in the words of the protocol. */
export class RootFindings implements FindingsSource {
  private readonly state: RootState;
  private readonly positions: RootPositions;

  constructor(state: RootState, positions: RootPositions) {
    this.state = state;
    this.positions = positions;
  }

  /** For a client that asks. */
  of(path: string): Diagnostic[] {
    const { workspace, documents } = this.state;
    workspace.checkFile(path);
    return diagnostics(workspace.findings(path), documents.has(path)).map(each => diagnosticOf(each, this.positions));
  }

  toPublish(path: string): FileFindings {
    const { workspace, documents } = this.state;
    const version = documents.versionOf(path);
    const found = diagnostics(workspace.takeFindings(path), version !== undefined);
    const positions = version === undefined ? this.positions.withoutKeeping() : this.positions;
    return { uri: this.positions.uriOf(path), version, diagnostics: found.map(each => diagnosticOf(each, positions)) };
  }

  takeChanged(): Set<string> | undefined {
    const { workspace } = this.state;
    return workspace.isComplete ? workspace.takeChangedPaths() : undefined;
  }
}
