import type { Actor, Role, ToolName } from '@majed-vanna/contract';
import type { ModelEndpoint } from '../models/model-endpoint.ts';

export interface AgentTokens {
  readonly input: number;
  readonly output: number;
}

/** Which model answers whom. */
export interface AgentModels {
  /** Null when the embedded engine answers alone. */
  endpointFor(actor: Actor): Promise<ModelEndpoint | null>;
}

/** Which tools a model is given, and how they fare. */
export interface AgentTools {
  enabledFor(role: Role): Promise<ReadonlySet<ToolName>>;
  /** Once per call of a tool; never fails. */
  recordUse(tool: ToolName, ok: boolean): void;
}

/** Leave to put one question to a model. */
export interface AgentLeave {
  /** In and out together; null for no limit. */
  readonly tokens: number | null;
  /** Called in every case, with zeros when nothing was used; never fails. */
  settle(endpoint: ModelEndpoint, used: AgentTokens): Promise<void>;
}

/** What someone may still spend on models. */
export interface AgentUsage {
  /** Null when the quota is reached: then no model is asked. */
  admit(actor: Actor): Promise<AgentLeave | null>;
}
