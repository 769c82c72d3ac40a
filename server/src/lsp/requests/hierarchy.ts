import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Range,
} from 'vscode-languageserver';
import { hierarchyCalls, type HierarchyItem } from '../../features/at-cursor/hierarchy';
import type { Root } from '../session/root';
import type { Session } from '../session/session';

/** Dependencies in the words of a call hierarchy: who depends calls what it depends on. */

interface ItemData {
  readonly kind: string;
  readonly path: string;
}

/** A hierarchy item as the protocol has it. Its data lets later requests find the definition again. */
export function itemOf(root: Root, { kind, name, path, span, nameSpan }: HierarchyItem): CallHierarchyItem {
  const data: ItemData = { kind, path };
  return {
    name,
    kind: SymbolKind.Enum,
    detail: path,
    uri: root.positions.uriOf(path),
    range: root.positions.rangeIn(path, span),
    selectionRange: root.positions.rangeIn(path, nameSpan),
    data,
  };
}

/** What an item depends on. */
export function outgoingCalls(item: CallHierarchyItem, session: Session): CallHierarchyOutgoingCall[] | undefined {
  return calls(item, 'dependencies', session)?.map(({ item: to, fromRanges }) => ({ to, fromRanges }));
}

/** What depends on an item. */
export function incomingCalls(item: CallHierarchyItem, session: Session): CallHierarchyIncomingCall[] | undefined {
  return calls(item, 'dependants', session)?.map(({ item: from, fromRanges }) => ({ from, fromRanges }));
}

function calls(
  { name, uri, data }: CallHierarchyItem,
  direction: 'dependencies' | 'dependants',
  session: Session,
): { item: CallHierarchyItem; fromRanges: Range[] }[] | undefined {
  const root = session.rootAt(uri);
  if (root === undefined) return undefined;
  const { kind, path } = data as ItemData;
  return hierarchyCalls(root.workspace, { kind, name, path }, direction).map(({ item, spans }) => {
    const home = direction === 'dependencies' ? path : item.path;
    return { item: itemOf(root, item), fromRanges: spans.map(span => root.positions.rangeIn(home, span)) };
  });
}
