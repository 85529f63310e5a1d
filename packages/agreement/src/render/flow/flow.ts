/** What a box of the picture stands for. */
export type FlowKind =
  /** Where leads come in. */
  | 'start'
  | 'readiness'
  | 'team'
  | 'program'
  /** Nothing more is owed. */
  | 'end'
  /** A hand-off, on its way from one box to another. */
  | 'hand-off'
  /** Reasons that lead to the same place. */
  | 'reasons'
  /** Where a lead goes on by a hand-off that stands higher up: its name, instead of an arrow back. */
  | 'again'
  /** Where leads are given back, before it is asked for what reason. */
  | 'back';

/** A box of the picture. */
export interface FlowNode {
  readonly id: string;
  readonly kind: FlowKind;
  readonly lines: readonly string[];
  /** Every name that it stands for, where the lines do not tell them all. */
  readonly names?: readonly string[];
  /** Whether leads come back from here to where they came in. */
  readonly returns: boolean;
}

/** An arrow of the picture. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  /** Not drawn: it only keeps one box below another. */
  readonly hidden?: true;
}

/** The hand-offs and programs of an agreement as boxes and arrows, before anything has a place. */
export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}
