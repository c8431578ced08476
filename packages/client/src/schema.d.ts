export interface paths {
  '/api/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the platform is */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The token's session, or all of them for organisers */
    get: operations['listSessions'];
    put?: never;
    /**
     * Launch an instance
     * @description Answers 201 once the instance answers HTTP. With `Prefer: respond-async` it answers 202 at once, and the progress follows on
     *     `GET /api/sessions/{id}/events`. With `Prefer: waiting-room` a full platform answers 202 with a place in line, which is followed on
     *     `GET /api/tickets/{id}/events` and becomes a session by itself.
     */
    post: operations['createSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A session as it is now */
    get: operations['getSession'];
    put?: never;
    post?: never;
    /** End a session and remove all that belongs to it */
    delete: operations['endSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/{id}/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether both servers of the instance answer */
    get: operations['getSessionHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/{id}/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Push a session's expiry back */
    post: operations['extendSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The state now, then each change, until the session has ended (server-sent events) */
    get: operations['followSession'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/capacity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How full the platform is */
    get: operations['getCapacity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tickets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A place in the waiting room as it is now
     * @description Its holder keeps the place by asking now and then, or by following the ticket.
     */
    get: operations['getTicket'];
    put?: never;
    post?: never;
    /** Give the place up */
    delete: operations['leaveLine'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tickets/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The place now, then each change, until it has become a session or was given up (server-sent events) */
    get: operations['followTicket'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Log in */
    post: operations['adminLogin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/pool': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The warm instances, their target and the ramp plan */
    get: operations['getPool'];
    /**
     * Change how many warm instances are kept
     * @description Only what is named changes. The pool follows at once and within the cap on sessions.
     */
    put: operations['updatePool'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End the login of this token */
    post: operations['adminLogout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The global configuration */
    get: operations['getConfig'];
    /**
     * Change the global configuration
     * @description Only what is named changes. It holds for every replica at once, and running instances are told: those that do not answer within a
     *     moment go on being told, as `rollout` shows.
     */
    put: operations['updateConfig'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/active': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All sessions that have not ended */
    get: operations['listActiveSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All sessions that have not ended, as CSV */
    get: operations['exportSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/cleanup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End every session whose time has run out */
    post: operations['cleanupSessions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A session with its ports, volume and configuration */
    get: operations['getAdminSession'];
    put?: never;
    post?: never;
    /** End a session and remove all that belongs to it */
    delete: operations['terminateSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/{id}/restart': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Restart a session's containers
     * @description Both containers; what is on the volume stays.
     */
    post: operations['restartSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/{id}/access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What opens a session's instance
     * @description The attendee's own addresses and token: who asks for them is on record.
     */
    post: operations['openSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/{id}/config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change what one session may do, over the platform's features */
    post: operations['updateSessionConfig'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/{id}/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Push a session's expiry back */
    post: operations['extendSessionAsAdmin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What organisers did
     * @description An entry may take a moment to be listed; the last ten thousand are kept. Addresses that `gave too many wrong` `passwords`, `account_names` or `access_codes` are among them, as acts of
     *     `unknown`: at most ten of each in a minute, more of them as `more_addresses` of one entry, and the last 500 of each.
     */
    get: operations['listAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All that happens (server-sent events)
     * @description `dashboard` (DashboardDto) at once and every two seconds, `session` (AdminSessionRowDto) for each change of a session, `session_gone`
     *     (SessionGoneEventDto), `usage` (UsageEventDto) at once and after each reading, `operation` (OperationDto) for each progress of one, `audit` (AuditEntryDto)
     *     for each act of an organiser. A login that ends ends the stream.
     */
    get: operations['followPlatform'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/reconcile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make Redis and the engine agree now, or tell what that would do
     * @description The same that happens every half minute by itself.
     */
    post: operations['reconcile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/volumes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Volumes of sessions that have ended */
    get: operations['listRetainedVolumes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/volumes/purge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Remove retained volumes now
     * @description What attendees left in them is gone for good.
     */
    post: operations['purgeVolumes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the organisers tell everybody */
    get: operations['listMessages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What attendees are told, and how far it has come */
    get: operations['listSentMessages'];
    put?: never;
    /**
     * Tell all attendees something
     * @description Attendees see it on the landing page and in their instance within seconds.
     */
    post: operations['sendMessage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/messages/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a message back */
    delete: operations['takeMessageBack'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/dashboard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The platform at this moment */
    get: operations['getDashboard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/launches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Launches, their time and failures, over time */
    get: operations['getLaunchHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Processor, memory and sessions over time */
    get: operations['getPlatformHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/{id}/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Processor and memory of a session's containers over time */
    get: operations['getSessionUsage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/{id}/logs/{service}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a container of a session printed */
    get: operations['getSessionLogs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/sessions/{id}/logs/{service}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The last lines that a container printed, then each further one (server-sent events) */
    get: operations['followSessionLogs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/operations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was begun within the last day */
    get: operations['listOperations'];
    put?: never;
    /**
     * Extend, restart or end many sessions
     * @description Goes on by itself, on another replica too when this one dies; its progress is told on `GET /api/admin/events`.
     */
    post: operations['startOperation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/operations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far an operation has come */
    get: operations['getOperation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reservations/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Turn a reserved place into a session
     * @description The reservation's token, sent as a Bearer token, becomes the `session_token` of the session. Asked again, it answers the same session as it
     *     is then; its progress follows on `GET /api/sessions/{id}/events`.
     */
    post: operations['claimReservation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/reservations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Places that are kept */
    get: operations['listReservations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/reservations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Give a kept place up; its link opens nothing any more */
    delete: operations['cancelReservation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/roster/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** How a roster would be understood; nothing is made */
    post: operations['checkRoster'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/roster': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create or reserve a session for each row
     * @description Answers once each row has its session or its place; instances that are started go on starting.
     */
    post: operations['createRoster'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/{id}/rotate-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Exchange the keys of a session
     * @description The session gets a new `session_token`, and its instance is started anew with a new API key, and so with another `frontend_url` and
     *     `access_token`; whoever has the old ones is out. What is on its volume stays, its ports and its expiry, too; a send that runs is
     *     interrupted. Answers 200 once the instance answers HTTP. With `Prefer: respond-async` it answers 202 as soon as the old instance has ended,
     *     or after 15 s, and the progress follows on `GET /api/sessions/{id}/events`. An owner may ask for the next ones after half a minute.
     */
    post: operations['rotateSessionKeys'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    EngineHealthDto: {
      /** @enum {string} */
      driver: 'docker' | 'process';
      /** @enum {string} */
      status: 'up' | 'down';
    };
    WarningDto: {
      /**
       * @example disk_low
       * @enum {string}
       */
      code:
        | 'default_password'
        | 'process_driver'
        | 'image_missing'
        | 'sessions_near_cap'
        | 'ports_low'
        | 'disk_low'
        | 'memory_low'
        | 'pool_failing'
        | 'engine_away';
      /**
       * @description `critical`: something cannot work now or soon.
       * @example warning
       * @enum {string}
       */
      severity: 'info' | 'warning' | 'critical';
      /**
       * @description What it means and what to do.
       * @example The disk has 1.5 GB left. Purge kept volumes or unused images, or add disk.
       */
      message: string;
      /**
       * @description What to do, alone.
       * @example Purge kept volumes or unused images, or add disk.
       */
      action: string;
    };
    HealthDto: {
      /**
       * @description `degraded`: nothing new can be started; `unhealthy`: Redis is away.
       * @enum {string}
       */
      status: 'healthy' | 'degraded' | 'unhealthy';
      /** Format: date-time */
      timestamp: string;
      /**
       * @description Null while Redis is away.
       * @example 0
       */
      active_sessions: number | null;
      /** @example 150 */
      max_sessions: number | null;
      /** @example 24 */
      session_ttl_hours: number | null;
      /**
       * @description Whether a launch needs the event's access code.
       * @example false
       */
      access_code_required: boolean | null;
      /** @enum {string} */
      redis: 'up' | 'down';
      /**
       * @description Where EGRESS is not held as it says, or contradicts other settings; each with what to do.
       * @example []
       */
      egress_warnings: string[];
      engine: components['schemas']['EngineHealthDto'];
      warnings: components['schemas']['WarningDto'][];
    };
    ProgressDto: {
      /**
       * @example starting
       * @enum {string}
       */
      step: 'queued' | 'ports' | 'storage' | 'containers' | 'starting' | 'ready' | 'claimed' | 'configured' | 'done';
      /** @example 45 */
      percent: number;
      /** @example Starting your containers */
      message: string;
    };
    ContainersDto: {
      /** @example running */
      frontend?: string;
      /** @example running */
      backend?: string;
    };
    SessionDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @example active
       * @enum {string}
       */
      status: 'creating' | 'active' | 'stopping' | 'ended' | 'failed';
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string;
      /**
       * @example {
       *       "table": 4
       *     }
       */
      metadata: {
        [key: string]: unknown;
      };
      /**
       * @description Opens the instance; null until it is active.
       * @example http://localhost:10000/?token=…
       */
      frontend_url: string | null;
      /**
       * @description The instance's API; null until it is active.
       * @example http://localhost:10001/api/v1/
       */
      backend_url: string | null;
      /**
       * @description The key to `backend_url`, as a Bearer token or `X-API-Key`; null until the session is active.
       * @example mD3u…
       */
      access_token: string | null;
      /**
       * @description What went wrong, when it did.
       * @example null
       */
      error: string | null;
      progress: components['schemas']['ProgressDto'];
      containers: components['schemas']['ContainersDto'];
    };
    SessionListDto: {
      /** @example 1 */
      total: number;
      sessions: components['schemas']['SessionDto'][];
    };
    EndedSessionDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @enum {string} */
      status: 'ended' | 'stopping';
    };
    ServiceHealthDto: {
      /** @enum {string} */
      status: 'healthy' | 'unhealthy';
      /**
       * @description What the container does, in Docker's words.
       * @example running
       */
      state?: string;
    };
    ServicesHealthDto: {
      frontend: components['schemas']['ServiceHealthDto'];
      backend: components['schemas']['ServiceHealthDto'];
    };
    SessionHealthDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @enum {string} */
      status: 'healthy' | 'unhealthy';
      services: components['schemas']['ServicesHealthDto'];
    };
    ExtendOwnSessionDto: {
      /**
       * @description Hours to add; without them the session is extended as far as its owner may.
       * @example 2
       */
      hours?: number;
    };
    SessionEventDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @enum {string} */
      status: 'creating' | 'active' | 'stopping' | 'ended' | 'failed';
      /** Format: date-time */
      expires_at: string;
      /**
       * @description Why it has ended.
       * @enum {string}
       */
      reason?: 'deleted' | 'terminated' | 'expired' | 'failed' | 'lost';
      /**
       * @description What went wrong, when it did.
       * @example The frontend ended as soon as it was started.
       */
      error?: string;
      progress: components['schemas']['ProgressDto'];
    };
    WarmCapacityDto: {
      /**
       * @description Instances that are given away in milliseconds.
       * @example 20
       */
      ready: number;
      /** @example 2 */
      starting: number;
    };
    LineCapacityDto: {
      /** @example 0 */
      length: number;
      /**
       * @description How many may wait; 0 where the waiting room is closed.
       * @example 1000
       */
      max_length: number;
      /**
       * @description How long somebody who came now would wait; null when nothing tells.
       * @example 0
       */
      estimated_wait_seconds: number | null;
    };
    CapacityDto: {
      /**
       * @description What a launch gets now: an instance (`open`), a place in line where it asks for one (`waiting`), or a refusal (`full`).
       * @example open
       * @enum {string}
       */
      status: 'open' | 'waiting' | 'full';
      /** @example 150 */
      max_sessions: number;
      /** @example 37 */
      active_sessions: number;
      /**
       * @description Places that are kept for reservations.
       * @example 0
       */
      reserved: number;
      /**
       * @description Launches that would get an instance now.
       * @example 113
       */
      available: number;
      warm: components['schemas']['WarmCapacityDto'];
      waiting: components['schemas']['LineCapacityDto'];
    };
    CreatedSessionDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @example active
       * @enum {string}
       */
      status: 'creating' | 'active' | 'stopping' | 'ended' | 'failed';
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string;
      /**
       * @example {
       *       "table": 4
       *     }
       */
      metadata: {
        [key: string]: unknown;
      };
      /**
       * @description Opens the instance; null until it is active.
       * @example http://localhost:10000/?token=…
       */
      frontend_url: string | null;
      /**
       * @description The instance's API; null until it is active.
       * @example http://localhost:10001/api/v1/
       */
      backend_url: string | null;
      /**
       * @description The key to `backend_url`, as a Bearer token or `X-API-Key`; null until the session is active.
       * @example mD3u…
       */
      access_token: string | null;
      /**
       * @description What went wrong, when it did.
       * @example null
       */
      error: string | null;
      /**
       * @description Opens the session for its owner. It is shown here and never again.
       * @example qkUuM5c0…
       */
      session_token: string;
      progress: components['schemas']['ProgressDto'];
      containers: components['schemas']['ContainersDto'];
    };
    CreatedTicketDto: {
      /** @example 5f1c0a9be8d24c7e9a31b6d0 */
      ticket_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @description `admitted`: it has become a session, which the same token opens; `ended`: the place was given up.
       * @example waiting
       * @enum {string}
       */
      status: 'waiting' | 'admitted' | 'ended';
      /**
       * @description From 1; null once it is not in line any more.
       * @example 4
       */
      place: number | null;
      /** @example 12 */
      line_length: number;
      /**
       * @description From how places came free of late, and when running sessions expire; null when nothing tells.
       * @example 180
       */
      estimated_wait_seconds: number | null;
      /** Format: date-time */
      created_at: string;
      /**
       * @description The session that it has become.
       * @example null
       */
      session_id: string | null;
      /**
       * @description Why it ended without a session.
       * @example null
       * @enum {string|null}
       */
      reason: 'left' | 'away' | 'user_limit' | 'lost' | null;
      /**
       * @description Opens the ticket, and the session that it becomes. It is shown here and never again.
       * @example qkUuM5c0…
       */
      session_token: string;
    };
    CreateSessionDto: {
      /**
       * @description Who the session is for: a name, an e-mail address, any text of up to 256 characters.
       * @example ada@example.org
       */
      user_id: string;
      /**
       * @description Anything the caller wants to keep with the session; 8 KB of JSON at most.
       * @example {
       *       "table": 4
       *     }
       */
      metadata?: {
        [key: string]: unknown;
      };
      /**
       * @description The event's access code, where `GET /api/health` says that one is asked for; ignored elsewhere.
       * @example K7QM-4XWD
       */
      access_code?: string;
    };
    TicketDto: {
      /** @example 5f1c0a9be8d24c7e9a31b6d0 */
      ticket_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @description `admitted`: it has become a session, which the same token opens; `ended`: the place was given up.
       * @example waiting
       * @enum {string}
       */
      status: 'waiting' | 'admitted' | 'ended';
      /**
       * @description From 1; null once it is not in line any more.
       * @example 4
       */
      place: number | null;
      /** @example 12 */
      line_length: number;
      /**
       * @description From how places came free of late, and when running sessions expire; null when nothing tells.
       * @example 180
       */
      estimated_wait_seconds: number | null;
      /** Format: date-time */
      created_at: string;
      /**
       * @description The session that it has become.
       * @example null
       */
      session_id: string | null;
      /**
       * @description Why it ended without a session.
       * @example null
       * @enum {string|null}
       */
      reason: 'left' | 'away' | 'user_limit' | 'lost' | null;
    };
    LeftTicketDto: {
      /** @example 5f1c0a9be8d24c7e9a31b6d0 */
      ticket_id: string;
      /** @enum {string} */
      status: 'ended';
    };
    LoginDto: {
      /** @example admin */
      username: string;
      /** @example techsummit2025 */
      password: string;
    };
    TokenDto: {
      /** @example Zk1u… */
      access_token: string;
      /** @enum {string} */
      token_type: 'Bearer';
      /**
       * @description Seconds.
       * @example 28800
       */
      expires_in: number;
    };
    RampStepDto: {
      /**
       * @description `HH:MM`, every day by the host's clock, or one moment as ISO 8601 with its zone.
       * @example 08:45
       */
      at: string;
      /**
       * @description How many warm instances are kept from then on.
       * @example 150
       */
      keep: number;
    };
    PoolBackoffDto: {
      /**
       * @description Failed starts in a row.
       * @example 2
       */
      failures: number;
      /** Format: date-time */
      retry_at: string;
      /**
       * @description What went wrong at last.
       * @example no such image: jarvis-frontend:prod
       */
      error: string;
    };
    PoolDto: {
      /**
       * @description How many warm instances are to be kept.
       * @example 20
       */
      target: number;
      /**
       * @description Whose decision that is: the latest one wins.
       * @enum {string}
       */
      target_source: 'admin' | 'environment' | 'plan';
      plan: components['schemas']['RampStepDto'][];
      /** @enum {string} */
      plan_source: 'admin' | 'environment';
      /**
       * Format: date-time
       * @description When the plan changes the target next; null when it does not.
       */
      next_at: string | null;
      /** @example 150 */
      next_target: number | null;
      /**
       * @description Warm instances that can be claimed at once.
       * @example 18
       */
      ready: number;
      /** @example 2 */
      starting: number;
      /**
       * @description Those that are being removed.
       * @example 0
       */
      retiring: number;
      /**
       * @description What a pair that is started now is made of; changes with images and settings.
       * @example 7b0c3f5a91d2e864
       */
      revision: string | null;
      /**
       * @description Null while starts succeed.
       * @example null
       */
      backoff: components['schemas']['PoolBackoffDto'] | null;
    };
    UpdatePoolDto: {
      /**
       * @description How many warm instances are kept from now on, until a step of the plan says otherwise.
       * @example 20
       */
      target?: number;
      /** @description Replaces the whole plan; an empty list is no plan. */
      plan?: components['schemas']['RampStepDto'][];
    };
    SourcesDto: {
      /** @enum {string} */
      max_sessions: 'admin' | 'environment' | 'default';
      /** @enum {string} */
      max_sessions_per_user: 'admin' | 'environment' | 'default';
      /** @enum {string} */
      session_ttl_hours: 'admin' | 'environment' | 'default';
      /** @enum {string} */
      event_access_code: 'admin' | 'environment' | 'default';
      /** @enum {string} */
      features: 'admin' | 'environment' | 'default';
    };
    FeaturesDto: {
      /** @example true */
      log_generation: boolean;
      /** @example true */
      destinations: boolean;
      /**
       * @example [
       *       "all"
       *     ]
       */
      scenarios: string[];
      /**
       * @example [
       *       "all"
       *     ]
       */
      products: string[];
      /** @example 1000 */
      max_events: number | null;
      /** @example 100 */
      rate_limit: number | null;
    };
    BaseConfigDto: {
      /** @example 150 */
      max_sessions: number;
      /** @example 5 */
      max_sessions_per_user: number;
      /** @example 24 */
      session_ttl_hours: number;
      /**
       * @description What attendees show to launch an instance; null is nothing.
       * @example K7QM-4XWD
       */
      event_access_code: string | null;
      features: components['schemas']['FeaturesDto'];
    };
    RolloutDto: {
      /**
       * @description Running instances.
       * @example 42
       */
      active: number;
      /**
       * @description Of them those that have taken it.
       * @example 42
       */
      applied: number;
      /**
       * @description Sessions whose instances have not taken it yet, the first hundred; it is tried again until they do.
       * @example []
       */
      pending: string[];
    };
    EgressDto: {
      /**
       * @description `open`: anywhere; `internet`: to public addresses; `list`: to `networks`; `none`: nowhere.
       * @example internet
       * @enum {string}
       */
      mode: 'open' | 'internet' | 'list' | 'none';
      /**
       * @description Those of `list`.
       * @example []
       */
      networks: string[];
      /**
       * @description Where it is not held as it says, or contradicts other settings; each with what to do.
       * @example []
       */
      warnings: string[];
    };
    ConfigDto: {
      /** @example 150 */
      max_sessions: number;
      /** @example 5 */
      max_sessions_per_user: number;
      /** @example 24 */
      session_ttl_hours: number;
      /**
       * @description What attendees show to launch an instance; null is nothing.
       * @example K7QM-4XWD
       */
      event_access_code: string | null;
      /**
       * Format: uri
       * @description Where attendees open the landing page: `PUBLIC_URL`, or else where this request was sent to.
       * @example https://jarvis.event.example
       */
      public_url: string;
      sources: components['schemas']['SourcesDto'];
      /** @description What holds without organisers: the environment's values, or the defaults. */
      base: components['schemas']['BaseConfigDto'];
      rollout: components['schemas']['RolloutDto'];
      /** @description Of the environment (`EGRESS`, `EGRESS_LIST`), so that only a restart changes it. */
      egress: components['schemas']['EgressDto'];
      features: components['schemas']['FeaturesDto'];
    };
    UpdateFeaturesDto: {
      /**
       * @description Whether events can be generated and sent.
       * @example true
       */
      log_generation?: boolean;
      /**
       * @description Whether destinations can be created, changed and deleted.
       * @example true
       */
      destinations?: boolean;
      /**
       * @description Ids of the scenarios that may be used, `custom` for those that attendees write themselves, or `all`.
       * @example [
       *       "all"
       *     ]
       */
      scenarios?: string[];
      /**
       * @description Ids or vendors of the products that may be used, or `all`.
       * @example [
       *       "sentinelone"
       *     ]
       */
      products?: string[];
      /**
       * @description Another name of `products`.
       * @example [
       *       "sentinelone"
       *     ]
       */
      allowed_products?: string[];
      /**
       * @description Events that a session may send in total; null for no limit.
       * @example 1000
       */
      max_events?: number | null;
      /**
       * @description Events per second over all sends of a session; null for no limit.
       * @example 100
       */
      rate_limit?: number | null;
    };
    UpdateConfigDto: {
      /**
       * @description Sessions at once. Below what runs now, nothing ends by it: new ones wait until enough have ended.
       * @example 150
       */
      max_sessions?: number;
      /** @example 3 */
      max_sessions_per_user?: number;
      /** @example 24 */
      session_ttl_hours?: number;
      /**
       * @description What attendees show to launch an instance: 6 to 64 letters, digits and signs. Null lets anybody launch. Only organisers see it.
       * @example K7QM-4XWD
       */
      event_access_code?: string | null;
      features?: components['schemas']['UpdateFeaturesDto'];
      /**
       * @description What goes back to what holds without organisers.
       * @example [
       *       "max_sessions"
       *     ]
       */
      reset?: ('max_sessions' | 'max_sessions_per_user' | 'session_ttl_hours' | 'event_access_code' | 'features')[];
    };
    AdminSessionRowDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @example active
       * @enum {string}
       */
      status: 'creating' | 'active' | 'stopping' | 'ended' | 'failed';
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string;
      /**
       * @description What went wrong, when it did.
       * @example null
       */
      error: string | null;
      /**
       * @description Whether its instance was started before anybody asked for it.
       * @example true
       */
      warm: boolean;
      progress: components['schemas']['ProgressDto'];
      containers: components['schemas']['ContainersDto'];
    };
    ActiveSessionsDto: {
      /** @example 15 */
      total: number;
      sessions: components['schemas']['AdminSessionRowDto'][];
      /** @example 150 */
      max_sessions: number;
    };
    CleanupDto: {
      /** @example 2 */
      cleaned: number;
      /**
       * @example [
       *       "user123-a24fd782",
       *       "ada-09c1f3d2"
       *     ]
       */
      sessions: string[];
    };
    PortsDto: {
      /** @example 10000 */
      frontend: number;
      /** @example 10001 */
      backend: number;
    };
    FeatureOverridesDto: {
      /** @example true */
      log_generation?: boolean;
      /** @example true */
      destinations?: boolean;
      /**
       * @example [
       *       "all"
       *     ]
       */
      scenarios?: string[];
      /**
       * @example [
       *       "all"
       *     ]
       */
      products?: string[];
      /** @example 1000 */
      max_events?: number | null;
      /** @example 100 */
      rate_limit?: number | null;
    };
    AdminSessionDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @example user123 */
      user_id: string;
      /**
       * @example active
       * @enum {string}
       */
      status: 'creating' | 'active' | 'stopping' | 'ended' | 'failed';
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string;
      /**
       * @description What went wrong, when it did.
       * @example null
       */
      error: string | null;
      /**
       * @description Whether its instance was started before anybody asked for it.
       * @example true
       */
      warm: boolean;
      /**
       * @example {
       *       "table": 4
       *     }
       */
      metadata: {
        [key: string]: unknown;
      };
      /** @example a24fd782 */
      instance_id: string;
      ports: components['schemas']['PortsDto'] | null;
      /** @example jarvis-user123-a24fd782-data */
      volume: string;
      /**
       * @description Whether the running instance has taken the newest configuration.
       * @example true
       */
      config_applied: boolean;
      /** @description What the session may do: the platform's features with its own over them. */
      config: components['schemas']['FeaturesDto'];
      /** @description What of it is set for this session alone. */
      config_overrides: components['schemas']['FeatureOverridesDto'];
      progress: components['schemas']['ProgressDto'];
      containers: components['schemas']['ContainersDto'];
    };
    SessionAccessDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @example http://localhost:10000/?token=… */
      frontend_url: string;
      /** @example http://localhost:10001/api/v1/ */
      backend_url: string;
      /**
       * @description The key to `backend_url`, as a Bearer token or `X-API-Key`.
       * @example 9yV0…
       */
      access_token: string;
    };
    UpdateSessionConfigDto: {
      features: components['schemas']['UpdateFeaturesDto'];
      /**
       * @description What of the session's own goes back to the platform's features.
       * @example [
       *       "max_events"
       *     ]
       */
      reset?: ('log_generation' | 'destinations' | 'scenarios' | 'products' | 'max_events' | 'rate_limit')[];
    };
    SessionConfigDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /**
       * @description Whether the running instance has taken it; if not, it is tried again until it does.
       * @example true
       */
      applied: boolean;
      features: components['schemas']['FeaturesDto'];
    };
    ExtendSessionDto: {
      /**
       * @description Hours to add to the session's expiry.
       * @example 12
       */
      hours: number;
    };
    AuditEntryDto: {
      /** @example 1764064800000-0 */
      id: string;
      /** Format: date-time */
      at: string;
      /** @example admin */
      actor: string;
      /** @example 192.0.2.7 */
      address: string;
      /** @example extended */
      action: string;
      /** @example user123-a24fd782 */
      target: string;
      /**
       * @description What the act was given or changed; `changes` holds `{name: {from, to}}` for settings.
       * @example {
       *       "hours": 12
       *     }
       */
      detail: {
        [key: string]: unknown;
      };
    };
    AuditPageDto: {
      /** @description The newest first. */
      entries: components['schemas']['AuditEntryDto'][];
      /**
       * @description For `before` of the next page; null at the end.
       * @example 1764064800000-0
       */
      next: string | null;
    };
    HostDto: {
      /** @example 8 */
      cpus: number;
      /**
       * @description Of all processors together, 0 to 100; null until there are two readings.
       * @example 37.5
       */
      cpu_percent: number | null;
      /** @example 16777216000 */
      memory_bytes: number;
      /** @example 9120000000 */
      memory_used_bytes: number;
      /**
       * @description The disk that holds the instances' data; null where this program cannot see it.
       * @example 250000000000
       */
      disk_bytes: number | null;
      /** @example 80000000000 */
      disk_used_bytes: number | null;
    };
    InstancesUsageDto: {
      /**
       * @description Instances of which there are figures.
       * @example 46
       */
      instances: number;
      /**
       * @description Of one processor: 250 is two and a half.
       * @example 64.2
       */
      cpu_percent: number | null;
      /** @example 2580000000 */
      memory_bytes: number;
      /** Format: date-time */
      at: string;
    };
    SessionCountsDto: {
      /** @example 42 */
      active: number;
      /** @example 3 */
      creating: number;
      /** @example 1 */
      stopping: number;
      /**
       * @description Places that are kept for people who have a link and have not opened it yet.
       * @example 10
       */
      reserved: number;
      /**
       * @description How many sessions there may be.
       * @example 150
       */
      max: number;
    };
    PoolCountsDto: {
      /** @example 20 */
      target: number;
      /** @example 18 */
      ready: number;
      /** @example 2 */
      starting: number;
      /** @example 0 */
      retiring: number;
      /**
       * @description Whether the last start failed.
       * @example false
       */
      failing: boolean;
    };
    LineDto: {
      /** @example 4 */
      length: number;
      /** @example 1000 */
      max_length: number;
      /**
       * @description How long whoever joined now would wait, in seconds; null where nothing tells.
       * @example 90
       */
      estimated_wait_seconds: number | null;
    };
    PortRangeDto: {
      /** @example 10000 */
      start: number;
      /** @example 20000 */
      end: number;
      /**
       * @description Ports of the range.
       * @example 10001
       */
      total: number;
      /**
       * @description Leased to instances, warm ones too.
       * @example 92
       */
      used: number;
    };
    LaunchFiguresDto: {
      /** @example 120 */
      count: number;
      /** @example 2 */
      failed: number;
      /**
       * @description Of them by a claim of a warm instance.
       * @example 110
       */
      warm: number;
      /**
       * @description From the request to the active session, in milliseconds; null without launches.
       * @example 180
       */
      p50_ms: number | null;
      /** @example 900 */
      p95_ms: number | null;
    };
    ImageDto: {
      /** @example jarvis-frontend:prod */
      name: string;
      /** @example true */
      present: boolean;
    };
    ServicesDto: {
      /** @enum {string} */
      redis: 'up' | 'down';
      /**
       * @description What the engine calls its version; null while it is away.
       * @example 20.10.24
       */
      engine_version: string | null;
      images: components['schemas']['ImageDto'][];
      engine: components['schemas']['EngineHealthDto'];
    };
    DashboardDto: {
      /** Format: date-time */
      at: string;
      /** @description Null until the first reading. */
      host: components['schemas']['HostDto'] | null;
      /** @description Null until the first reading. */
      instances: components['schemas']['InstancesUsageDto'] | null;
      warnings: components['schemas']['WarningDto'][];
      sessions: components['schemas']['SessionCountsDto'];
      pool: components['schemas']['PoolCountsDto'];
      waiting: components['schemas']['LineDto'];
      ports: components['schemas']['PortRangeDto'];
      launches: components['schemas']['LaunchFiguresDto'];
      services: components['schemas']['ServicesDto'];
    };
    SessionGoneEventDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /** @enum {string} */
      status: 'ended' | 'failed';
      /** @enum {string|null} */
      reason: 'deleted' | 'terminated' | 'expired' | 'failed' | 'lost' | null;
    };
    SessionFiguresDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /**
       * @description Both containers together, of one processor; null at the first reading.
       * @example 1.4
       */
      cpu_percent: number | null;
      /** @example 56000000 */
      memory_bytes: number;
    };
    UsageEventDto: {
      /** Format: date-time */
      at: string;
      sessions: components['schemas']['SessionFiguresDto'][];
    };
    OperationFailureDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /**
       * @description A word for programs, as in problem documents.
       * @example gone
       */
      code: string;
      /** @example This session has ended. */
      message: string;
    };
    OperationDto: {
      /** @example 5f1c0a9be8d24c7e9a31b6d0 */
      operation_id: string;
      /** @enum {string} */
      action: 'extend' | 'terminate' | 'restart';
      /** @example 2 */
      hours: number | null;
      /**
       * @description The organiser who began it.
       * @example admin
       */
      actor: string;
      /** @enum {string} */
      status: 'running' | 'done';
      /** Format: date-time */
      started_at: string;
      /** Format: date-time */
      finished_at: string | null;
      /** @example 150 */
      total: number;
      /** @example 148 */
      succeeded: number;
      /** @example 2 */
      failed: number;
      /** @description Each session for which it did not work, and why; the list of operations and events name the first hundred. */
      failures: components['schemas']['OperationFailureDto'][];
    };
    ReconcileDto: {
      /**
       * @description Only tells what would be done.
       * @default false
       * @example true
       */
      dry_run: boolean;
    };
    RepairDto: {
      /** @enum {string} */
      kind: 'launch' | 'retire' | 'lose' | 'resume' | 'rename' | 'adopt' | 'remove' | 'release';
      /** @example 1f2e3d4c */
      instance_id: string;
      /**
       * @description Null where no session is concerned.
       * @example ada-1f2e3d4c
       */
      session_id: string | null;
      /**
       * @description What it is, in words for organisers.
       * @example Start the stopped container again
       */
      message: string;
      /**
       * @description Null in a dry run; else whether it worked.
       * @example null
       */
      done: boolean | null;
    };
    ReconciliationDto: {
      /** @example true */
      dry_run: boolean;
      /** Format: date-time */
      at: string;
      /**
       * @description How long it took, in milliseconds.
       * @example 120
       */
      milliseconds: number;
      /**
       * @description What was looked at.
       * @example 42
       */
      instances: number;
      /** @example 40 */
      sessions: number;
      repairs: components['schemas']['RepairDto'][];
    };
    RetainedVolumeDto: {
      /** @example jarvis-ada-1f2e3d4c-data */
      name: string;
      /** @example 1f2e3d4c */
      instance_id: string;
      /** @example ada-1f2e3d4c */
      session_id: string;
      /** @example ada */
      user_id: string;
      /** Format: date-time */
      created_at: string;
      /**
       * Format: date-time
       * @description When its session ended; null where nobody remembers.
       */
      ended_at: string | null;
      /**
       * Format: date-time
       * @description When it is removed by itself; null where nobody remembers when its session ended.
       */
      purge_at: string | null;
      /**
       * @description Null where the engine does not tell.
       * @example 1048576
       */
      size_bytes: number | null;
    };
    RetainedVolumesDto: {
      /**
       * @description How long volumes of ended sessions are kept.
       * @example 24
       */
      retention_hours: number;
      volumes: components['schemas']['RetainedVolumeDto'][];
    };
    PurgeVolumesDto: {
      /**
       * @description Which ones; without it, all that are retained.
       * @example [
       *       "1f2e3d4c"
       *     ]
       */
      instance_ids?: string[];
    };
    PurgeFailureDto: {
      /** @example 1f2e3d4c */
      instance_id: string;
      /** @example No retained volume of this instance */
      message: string;
    };
    PurgeResultDto: {
      /**
       * @description Names of the volumes that are gone.
       * @example [
       *       "jarvis-ada-1f2e3d4c-data"
       *     ]
       */
      purged: string[];
      failures: components['schemas']['PurgeFailureDto'][];
    };
    MessageDto: {
      /** @example 5f1c0a9be8d24c7e */
      message_id: string;
      /** @example Lunch is served until 13:30. Your instances keep running. */
      text: string;
      /** @enum {string} */
      severity: 'info' | 'warning';
      /** Format: date-time */
      created_at: string;
      /**
       * Format: date-time
       * @description Null while it stays until it is taken back.
       */
      ends_at: string | null;
    };
    MessageListDto: {
      /** @description The newest first. */
      messages: components['schemas']['MessageDto'][];
    };
    SentMessageDto: {
      /** @example 5f1c0a9be8d24c7e */
      message_id: string;
      /** @example Lunch is served until 13:30. Your instances keep running. */
      text: string;
      /** @enum {string} */
      severity: 'info' | 'warning';
      /** Format: date-time */
      created_at: string;
      /**
       * Format: date-time
       * @description Null while it stays until it is taken back.
       */
      ends_at: string | null;
      /**
       * @description The organiser who sent it.
       * @example admin
       */
      actor: string;
    };
    SentMessageListDto: {
      /** @description The newest first. */
      messages: components['schemas']['SentMessageDto'][];
      /**
       * @description Running instances.
       * @example 42
       */
      active: number;
      /**
       * @description Of them those that show exactly these messages.
       * @example 42
       */
      applied: number;
    };
    SendMessageDto: {
      /**
       * @description Plain text; what attendees read on the landing page and in their instance.
       * @example Lunch is served until 13:30. Your instances keep running.
       */
      text: string;
      /**
       * @default info
       * @example info
       * @enum {string}
       */
      severity: 'info' | 'warning';
      /**
       * @description After so many minutes it disappears by itself; without it, it stays until it is taken back.
       * @example 60
       */
      minutes?: number;
    };
    LaunchBucketDto: {
      /**
       * Format: date-time
       * @description When it begins.
       */
      at: string;
      /** @example 12 */
      count: number;
      /** @example 0 */
      failed: number;
      /** @example 11 */
      warm: number;
      /**
       * @description Milliseconds; null where nothing was launched.
       * @example 180
       */
      p50_ms: number | null;
      /** @example 900 */
      p95_ms: number | null;
    };
    LaunchFailureDto: {
      /** Format: date-time */
      at: string;
      /** @example user123-a24fd782 */
      session_id: string;
      /** @example user123 */
      user_id: string;
      /** @example launch_failed */
      code: string;
      /** @example The backend ended at start */
      message: string;
    };
    LaunchHistoryDto: {
      /**
       * @description How long each bucket is.
       * @example 60
       */
      bucket_seconds: number;
      /** @description Every bucket of the time asked for, empty ones too, the oldest first. */
      buckets: components['schemas']['LaunchBucketDto'][];
      /** @description The last failures, the newest first. */
      failures: components['schemas']['LaunchFailureDto'][];
    };
    PlatformSampleDto: {
      /** Format: date-time */
      at: string;
      /** @example 37.5 */
      host_cpu_percent: number | null;
      /** @example 9120000000 */
      host_memory_bytes: number;
      /**
       * @description Of one processor.
       * @example 64.2
       */
      instances_cpu_percent: number | null;
      /** @example 2580000000 */
      instances_memory_bytes: number;
      /** @example 42 */
      sessions: number;
      /** @example 18 */
      warm: number;
      /** @example 0 */
      waiting: number;
    };
    PlatformHistoryDto: {
      samples: components['schemas']['PlatformSampleDto'][];
    };
    ServiceUsageDto: {
      /**
       * @description Of one processor; null at the first reading.
       * @example 1.4
       */
      cpu_percent: number | null;
      /** @example 28000000 */
      memory_bytes: number;
    };
    SessionSampleDto: {
      /** Format: date-time */
      at: string;
      /** @description Null while it does not run. */
      frontend: components['schemas']['ServiceUsageDto'] | null;
      /** @description Null while it does not run. */
      backend: components['schemas']['ServiceUsageDto'] | null;
    };
    SessionUsageDto: {
      /** @example user123-a24fd782 */
      session_id: string;
      /**
       * @description The limit of a container; null where none is enforced.
       * @example 1073741824
       */
      frontend_memory_limit_bytes: number | null;
      /** @example 2147483648 */
      backend_memory_limit_bytes: number | null;
      samples: components['schemas']['SessionSampleDto'][];
    };
    LogLineDto: {
      /**
       * Format: date-time
       * @description Null where the driver does not tell.
       */
      at: string | null;
      /** @enum {string} */
      stream: 'stdout' | 'stderr';
      /** @example {"level":"info","message":"Listening"} */
      text: string;
    };
    StartOperationDto: {
      /**
       * @example extend
       * @enum {string}
       */
      action: 'extend' | 'terminate' | 'restart';
      /**
       * @example [
       *       "user123-a24fd782"
       *     ]
       */
      session_ids: string[];
      /**
       * @description For `extend`: hours to add to each expiry.
       * @example 2
       */
      hours?: number;
    };
    OperationListDto: {
      /** @description Those of the last day, the newest first. */
      operations: components['schemas']['OperationDto'][];
    };
    ReservationDto: {
      /** @example 5f1c0a9be8d24c7e9a31b6d0 */
      reservation_id: string;
      /** @example ada@example.org */
      user_id: string;
      /**
       * @description How long the session will last; null for the platform's setting.
       * @example 8
       */
      hours: number | null;
      /** Format: date-time */
      created_at: string;
      /**
       * Format: date-time
       * @description When the place is given up.
       */
      expires_at: string;
    };
    ReservationListDto: {
      /** @example 10 */
      total: number;
      /** @description Those that were not opened yet, the next to expire first. */
      reservations: components['schemas']['ReservationDto'][];
    };
    RosterTextDto: {
      /**
       * @description CSV (RFC 4180; comma, semicolon or tab) with a header line: `user_id`, `hours` (optional), `count` (optional: so many sessions), and up to 20 further
       *     columns, which become the session's metadata. Without `user_id` the first of `user`, `email`, `e-mail` and `name` that is there stands for it. A text
       *     with no such header is a list of user ids, one a line. 5,000 rows at most.
       * @example user_id,hours,table
       *     ada@example.org,8,4
       *     grace@example.org,,4
       */
      csv: string;
    };
    RosterRowDto: {
      /** @example 2 */
      line: number;
      /** @example ada@example.org */
      user_id: string;
      /** @example 8 */
      hours: number | null;
      /** @example 1 */
      count: number;
      /**
       * @example {
       *       "table": "4"
       *     }
       */
      metadata: {
        [key: string]: string;
      };
    };
    BadRowDto: {
      /**
       * @description The line of the text, from 1.
       * @example 3
       */
      line: number;
      /**
       * @description The column; null when it is the whole row.
       * @example hours
       */
      field: string | null;
      /** @example hours must be a number from 0.01 to 720, not "soon" */
      message: string;
    };
    RosterCheckDto: {
      rows: components['schemas']['RosterRowDto'][];
      bad_rows: components['schemas']['BadRowDto'][];
      /**
       * @description Sessions that it would make.
       * @example 2
       */
      sessions: number;
      /**
       * @description Places that are free now.
       * @example 148
       */
      available: number;
    };
    CreateRosterDto: {
      /**
       * @description CSV (RFC 4180; comma, semicolon or tab) with a header line: `user_id`, `hours` (optional), `count` (optional: so many sessions), and up to 20 further
       *     columns, which become the session's metadata. Without `user_id` the first of `user`, `email`, `e-mail` and `name` that is there stands for it. A text
       *     with no such header is a list of user ids, one a line. 5,000 rows at most.
       * @example user_id,hours,table
       *     ada@example.org,8,4
       *     grace@example.org,,4
       */
      csv: string;
      /**
       * @description `create` starts each instance now; `reserve` keeps a place that becomes an instance when its link is opened.
       * @example reserve
       * @enum {string}
       */
      mode: 'create' | 'reserve';
      /**
       * @description How long sessions last, where the row does not say; without it the platform's setting.
       * @example 8
       */
      hours?: number;
      /**
       * @description How long reserved places are kept.
       * @default 24
       * @example 24
       */
      hold_hours: number;
      /**
       * @description Whether good rows are taken although others are bad; otherwise one bad row refuses all.
       * @default false
       * @example false
       */
      skip_bad_rows: boolean;
    };
    RosterEntryDto: {
      /** @example 2 */
      line: number;
      /** @example ada@example.org */
      user_id: string;
      /**
       * @description Null for a reserved place.
       * @example ada-example-org-1f2e3d4c
       */
      session_id: string | null;
      /**
       * @description Null for a session that was created.
       * @example null
       */
      reservation_id: string | null;
      /**
       * @description Opens the session for whoever has it. It is shown here and never again.
       * @example https://jarvis.example/#session=ada-example-org-1f2e3d4c&token=…
       */
      link: string;
      /**
       * Format: date-time
       * @description When the session, or the reserved place, ends.
       */
      expires_at: string;
    };
    RosterResultDto: {
      /** @enum {string} */
      mode: 'create' | 'reserve';
      entries: components['schemas']['RosterEntryDto'][];
      /** @description Rows of which nothing was made, and why: bad ones, and those for which there was no place. */
      refused: components['schemas']['BadRowDto'][];
    };
    FieldProblem: {
      /** @example user_id */
      field: string;
      /** @example user_id must be longer than or equal to 1 characters */
      message: string;
    };
    Problem: {
      /** @example about:blank */
      type: string;
      /** @example The platform is full */
      title: string;
      /** @example 503 */
      status: number;
      /** @example All 150 instances are taken. Try again in 30 seconds. */
      detail: string;
      /** @example full */
      code: string;
      /** @example expired */
      reason?: string;
      errors?: components['schemas']['FieldProblem'][];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "healthy",
           *       "timestamp": "2026-05-04T08:45:00.000Z",
           *       "active_sessions": 0,
           *       "max_sessions": 150,
           *       "session_ttl_hours": 24,
           *       "access_code_required": false,
           *       "redis": "up",
           *       "egress_warnings": [],
           *       "engine": {
           *         "driver": "docker",
           *         "status": "up"
           *       },
           *       "warnings": [
           *         {
           *           "code": "disk_low",
           *           "severity": "warning",
           *           "message": "The disk has 1.5 GB left. Purge kept volumes or unused images, or add disk.",
           *           "action": "Purge kept volumes or unused images, or add disk."
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['HealthDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Redis is away */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "healthy",
           *       "timestamp": "2026-05-04T08:45:00.000Z",
           *       "active_sessions": 0,
           *       "max_sessions": 150,
           *       "session_ttl_hours": 24,
           *       "access_code_required": false,
           *       "redis": "up",
           *       "egress_warnings": [],
           *       "engine": {
           *         "driver": "docker",
           *         "status": "up"
           *       },
           *       "warnings": [
           *         {
           *           "code": "disk_low",
           *           "severity": "warning",
           *           "message": "The disk has 1.5 GB left. Purge kept volumes or unused images, or add disk.",
           *           "action": "Purge kept volumes or unused images, or add disk."
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['HealthDto'];
        };
      };
    };
  };
  listSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "total": 1,
           *       "sessions": [
           *         {
           *           "session_id": "user123-a24fd782",
           *           "user_id": "user123",
           *           "status": "active",
           *           "created_at": "2026-05-04T08:45:00.000Z",
           *           "expires_at": "2026-05-04T08:45:00.000Z",
           *           "metadata": {
           *             "table": 4
           *           },
           *           "frontend_url": "http://localhost:10000/?token=…",
           *           "backend_url": "http://localhost:10001/api/v1/",
           *           "access_token": "mD3u…",
           *           "error": null,
           *           "progress": {
           *             "step": "starting",
           *             "percent": 45,
           *             "message": "Starting your containers"
           *           },
           *           "containers": {
           *             "frontend": "running",
           *             "backend": "running"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['SessionListDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createSession: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description 16 to 255 characters, a UUID say: a repetition answers the same session or ticket, and token
         * @example 1f0b8a52-6a1e-4c0f-9d53-6f4a0f2f7b11
         */
        'Idempotency-Key'?: string;
        /**
         * @description `respond-async` (RFC 7240) answers at once; `waiting-room` takes a place in line where the platform is full
         * @example respond-async, waiting-room
         */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "user_id": "ada@example.org",
         *       "metadata": {
         *         "table": 4
         *       },
         *       "access_code": "K7QM-4XWD"
         *     }
         */
        'application/json': components['schemas']['CreateSessionDto'];
      };
    };
    responses: {
      /** @description The instance answers */
      201: {
        headers: {
          /**
           * @description Where what was made can be read
           * @example /api/sessions/user123-a24fd782
           */
          Location: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "mD3u…",
           *       "error": null,
           *       "session_token": "qkUuM5c0…",
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['CreatedSessionDto'];
        };
      };
      /** @description The start goes on; or, with a `ticket_id`, a place in line */
      202: {
        headers: {
          /**
           * @description Where what was made can be read
           * @example /api/sessions/user123-a24fd782
           */
          Location: string;
          /**
           * @description Which wish of `Prefer` was granted (RFC 7240)
           * @example waiting-room
           */
          'Preference-Applied'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "mD3u…",
           *       "error": null,
           *       "session_token": "qkUuM5c0…",
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['CreatedSessionDto'] | components['schemas']['CreatedTicketDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This event asks for an access code (`access_code_required`); This is not the access code of this event (`access_code_wrong`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This Idempotency-Key was used for another request (`idempotency_mismatch`) */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong access codes (`too_many_wrong_codes`); You have enough instances (`user_limit`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Your instance could not be started (`launch_failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform is full (`full`); The platform and its waiting room are full (`line_full`); The container engine is away (`engine_unavailable`); No address is free (`ports_exhausted`); The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 30
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "mD3u…",
           *       "error": null,
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['SessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "ended"
           *     }
           */
          'application/json': components['schemas']['EndedSessionDto'];
        };
      };
      /** @description The end takes long and goes on */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "ended"
           *     }
           */
          'application/json': components['schemas']['EndedSessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSessionHealth: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "healthy",
           *       "services": {
           *         "frontend": {
           *           "status": "healthy",
           *           "state": "running"
           *         },
           *         "backend": {
           *           "status": "healthy",
           *           "state": "running"
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['SessionHealthDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  extendSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "hours": 2
         *     }
         */
        'application/json': components['schemas']['ExtendOwnSessionDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "mD3u…",
           *       "error": null,
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['SessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This extension is too long (`extension_too_long`) */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  followSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Each `data:` line is one such object */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "creating",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "reason": "deleted",
           *       "error": "The frontend ended as soon as it was started.",
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       }
           *     }
           */
          'text/event-stream': components['schemas']['SessionEventDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCapacity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "open",
           *       "max_sessions": 150,
           *       "active_sessions": 37,
           *       "reserved": 0,
           *       "available": 113,
           *       "warm": {
           *         "ready": 20,
           *         "starting": 2
           *       },
           *       "waiting": {
           *         "length": 0,
           *         "max_length": 1000,
           *         "estimated_wait_seconds": 0
           *       }
           *     }
           */
          'application/json': components['schemas']['CapacityDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTicket: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ticket's id
         * @example 5f1c0a9be8d24c7e9a31b6d0
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "ticket_id": "5f1c0a9be8d24c7e9a31b6d0",
           *       "user_id": "user123",
           *       "status": "waiting",
           *       "place": 4,
           *       "line_length": 12,
           *       "estimated_wait_seconds": 180,
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "session_id": null,
           *       "reason": null
           *     }
           */
          'application/json': components['schemas']['TicketDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such ticket (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This place in the line is gone (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  leaveLine: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ticket's id
         * @example 5f1c0a9be8d24c7e9a31b6d0
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "ticket_id": "5f1c0a9be8d24c7e9a31b6d0",
           *       "status": "ended"
           *     }
           */
          'application/json': components['schemas']['LeftTicketDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such ticket (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Your turn has come (`admitted`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This place in the line is gone (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  followTicket: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ticket's id
         * @example 5f1c0a9be8d24c7e9a31b6d0
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Each `data:` line is one such object */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "ticket_id": "5f1c0a9be8d24c7e9a31b6d0",
           *       "user_id": "user123",
           *       "status": "waiting",
           *       "place": 4,
           *       "line_length": 12,
           *       "estimated_wait_seconds": 180,
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "session_id": null,
           *       "reason": null
           *     }
           */
          'text/event-stream': components['schemas']['TicketDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such ticket (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This place in the line is gone (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  adminLogin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "admin",
         *       "password": "techsummit2025"
         *     }
         */
        'application/json': components['schemas']['LoginDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "access_token": "Zk1u…",
           *       "token_type": "Bearer",
           *       "expires_in": 28800
           *     }
           */
          'application/json': components['schemas']['TokenDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPool: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "target": 20,
           *       "target_source": "admin",
           *       "plan": [
           *         {
           *           "at": "08:45",
           *           "keep": 150
           *         }
           *       ],
           *       "plan_source": "admin",
           *       "next_at": "2026-05-04T08:45:00.000Z",
           *       "next_target": 150,
           *       "ready": 18,
           *       "starting": 2,
           *       "retiring": 0,
           *       "revision": "7b0c3f5a91d2e864",
           *       "backoff": null
           *     }
           */
          'application/json': components['schemas']['PoolDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updatePool: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "target": 20,
         *       "plan": [
         *         {
         *           "at": "08:45",
         *           "keep": 150
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['UpdatePoolDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "target": 20,
           *       "target_source": "admin",
           *       "plan": [
           *         {
           *           "at": "08:45",
           *           "keep": 150
           *         }
           *       ],
           *       "plan_source": "admin",
           *       "next_at": "2026-05-04T08:45:00.000Z",
           *       "next_target": 150,
           *       "ready": 18,
           *       "starting": 2,
           *       "retiring": 0,
           *       "revision": "7b0c3f5a91d2e864",
           *       "backoff": null
           *     }
           */
          'application/json': components['schemas']['PoolDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  adminLogout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "max_sessions": 150,
           *       "max_sessions_per_user": 5,
           *       "session_ttl_hours": 24,
           *       "event_access_code": "K7QM-4XWD",
           *       "public_url": "https://jarvis.event.example",
           *       "sources": {
           *         "max_sessions": "admin",
           *         "max_sessions_per_user": "admin",
           *         "session_ttl_hours": "admin",
           *         "event_access_code": "admin",
           *         "features": "admin"
           *       },
           *       "base": {
           *         "max_sessions": 150,
           *         "max_sessions_per_user": 5,
           *         "session_ttl_hours": 24,
           *         "event_access_code": "K7QM-4XWD",
           *         "features": {
           *           "log_generation": true,
           *           "destinations": true,
           *           "scenarios": [
           *             "all"
           *           ],
           *           "products": [
           *             "all"
           *           ],
           *           "max_events": 1000,
           *           "rate_limit": 100
           *         }
           *       },
           *       "rollout": {
           *         "active": 42,
           *         "applied": 42,
           *         "pending": []
           *       },
           *       "egress": {
           *         "mode": "internet",
           *         "networks": [],
           *         "warnings": []
           *       },
           *       "features": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       }
           *     }
           */
          'application/json': components['schemas']['ConfigDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateConfigDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "max_sessions": 150,
           *       "max_sessions_per_user": 5,
           *       "session_ttl_hours": 24,
           *       "event_access_code": "K7QM-4XWD",
           *       "public_url": "https://jarvis.event.example",
           *       "sources": {
           *         "max_sessions": "admin",
           *         "max_sessions_per_user": "admin",
           *         "session_ttl_hours": "admin",
           *         "event_access_code": "admin",
           *         "features": "admin"
           *       },
           *       "base": {
           *         "max_sessions": 150,
           *         "max_sessions_per_user": 5,
           *         "session_ttl_hours": 24,
           *         "event_access_code": "K7QM-4XWD",
           *         "features": {
           *           "log_generation": true,
           *           "destinations": true,
           *           "scenarios": [
           *             "all"
           *           ],
           *           "products": [
           *             "all"
           *           ],
           *           "max_events": 1000,
           *           "rate_limit": 100
           *         }
           *       },
           *       "rollout": {
           *         "active": 42,
           *         "applied": 42,
           *         "pending": []
           *       },
           *       "egress": {
           *         "mode": "internet",
           *         "networks": [],
           *         "warnings": []
           *       },
           *       "features": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       }
           *     }
           */
          'application/json': components['schemas']['ConfigDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listActiveSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "total": 15,
           *       "sessions": [
           *         {
           *           "session_id": "user123-a24fd782",
           *           "user_id": "user123",
           *           "status": "active",
           *           "created_at": "2026-05-04T08:45:00.000Z",
           *           "expires_at": "2026-05-04T08:45:00.000Z",
           *           "error": null,
           *           "warm": true,
           *           "progress": {
           *             "step": "starting",
           *             "percent": 45,
           *             "message": "Starting your containers"
           *           },
           *           "containers": {
           *             "frontend": "running",
           *             "backend": "running"
           *           }
           *         }
           *       ],
           *       "max_sessions": 150
           *     }
           */
          'application/json': components['schemas']['ActiveSessionsDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example session_id,user_id,status
           *     user123-a24fd782,user123,active
           */
          'text/csv': string;
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cleanupSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "cleaned": 2,
           *       "sessions": [
           *         "user123-a24fd782",
           *         "ada-09c1f3d2"
           *       ]
           *     }
           */
          'application/json': components['schemas']['CleanupDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAdminSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "error": null,
           *       "warm": true,
           *       "metadata": {
           *         "table": 4
           *       },
           *       "instance_id": "a24fd782",
           *       "ports": {
           *         "frontend": 10000,
           *         "backend": 10001
           *       },
           *       "volume": "jarvis-user123-a24fd782-data",
           *       "config_applied": true,
           *       "config": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       },
           *       "config_overrides": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       },
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['AdminSessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  terminateSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "ended"
           *     }
           */
          'application/json': components['schemas']['EndedSessionDto'];
        };
      };
      /** @description The end takes long and goes on */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "status": "ended"
           *     }
           */
          'application/json': components['schemas']['EndedSessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  restartSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "error": null,
           *       "warm": true,
           *       "metadata": {
           *         "table": 4
           *       },
           *       "instance_id": "a24fd782",
           *       "ports": {
           *         "frontend": 10000,
           *         "backend": 10001
           *       },
           *       "volume": "jarvis-user123-a24fd782-data",
           *       "config_applied": true,
           *       "config": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       },
           *       "config_overrides": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       },
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['AdminSessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session does not run (`not_active`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Your instance could not be started (`launch_failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The container engine is away (`engine_unavailable`); The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 10
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  openSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "9yV0…"
           *     }
           */
          'application/json': components['schemas']['SessionAccessDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session does not run (`not_active`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateSessionConfig: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateSessionConfigDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "applied": true,
           *       "features": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       }
           *     }
           */
          'application/json': components['schemas']['SessionConfigDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  extendSessionAsAdmin: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "hours": 12
         *     }
         */
        'application/json': components['schemas']['ExtendSessionDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "error": null,
           *       "warm": true,
           *       "metadata": {
           *         "table": 4
           *       },
           *       "instance_id": "a24fd782",
           *       "ports": {
           *         "frontend": 10000,
           *         "backend": 10001
           *       },
           *       "volume": "jarvis-user123-a24fd782-data",
           *       "config_applied": true,
           *       "config": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       },
           *       "config_overrides": {
           *         "log_generation": true,
           *         "destinations": true,
           *         "scenarios": [
           *           "all"
           *         ],
           *         "products": [
           *           "all"
           *         ],
           *         "max_events": 1000,
           *         "rate_limit": 100
           *       },
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['AdminSessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This extension is too long (`extension_too_long`) */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAudit: {
    parameters: {
      query?: {
        /**
         * @description What was acted on: a session's id, `config`, `pool`, …
         * @example user123-a24fd782
         */
        target?: string;
        /**
         * @description The account of the organiser.
         * @example admin
         */
        actor?: string;
        /**
         * @description The act in the past tense.
         * @example extended
         */
        action?: string;
        /**
         * @description Only entries before this one: `next` of an earlier answer.
         * @example 1764064800000-0
         */
        before?: string;
        /**
         * @description How many entries at most.
         * @example 50
         */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "entries": [
           *         {
           *           "id": "1764064800000-0",
           *           "at": "2026-05-04T08:45:00.000Z",
           *           "actor": "admin",
           *           "address": "192.0.2.7",
           *           "action": "extended",
           *           "target": "user123-a24fd782",
           *           "detail": {
           *             "hours": 12
           *           }
           *         }
           *       ],
           *       "next": "1764064800000-0"
           *     }
           */
          'application/json': components['schemas']['AuditPageDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  followPlatform: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Each `event:` line names what its `data:` line holds */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "at": "2026-05-04T08:45:00.000Z",
           *       "host": {
           *         "cpus": 8,
           *         "cpu_percent": 37.5,
           *         "memory_bytes": 16777216000,
           *         "memory_used_bytes": 9120000000,
           *         "disk_bytes": 250000000000,
           *         "disk_used_bytes": 80000000000
           *       },
           *       "instances": {
           *         "instances": 46,
           *         "cpu_percent": 64.2,
           *         "memory_bytes": 2580000000,
           *         "at": "2026-05-04T08:45:00.000Z"
           *       },
           *       "warnings": [
           *         {
           *           "code": "disk_low",
           *           "severity": "warning",
           *           "message": "The disk has 1.5 GB left. Purge kept volumes or unused images, or add disk.",
           *           "action": "Purge kept volumes or unused images, or add disk."
           *         }
           *       ],
           *       "sessions": {
           *         "active": 42,
           *         "creating": 3,
           *         "stopping": 1,
           *         "reserved": 10,
           *         "max": 150
           *       },
           *       "pool": {
           *         "target": 20,
           *         "ready": 18,
           *         "starting": 2,
           *         "retiring": 0,
           *         "failing": false
           *       },
           *       "waiting": {
           *         "length": 4,
           *         "max_length": 1000,
           *         "estimated_wait_seconds": 90
           *       },
           *       "ports": {
           *         "start": 10000,
           *         "end": 20000,
           *         "total": 10001,
           *         "used": 92
           *       },
           *       "launches": {
           *         "count": 120,
           *         "failed": 2,
           *         "warm": 110,
           *         "p50_ms": 180,
           *         "p95_ms": 900
           *       },
           *       "services": {
           *         "redis": "up",
           *         "engine_version": "20.10.24",
           *         "images": [
           *           {
           *             "name": "jarvis-frontend:prod",
           *             "present": true
           *           }
           *         ],
           *         "engine": {
           *           "driver": "docker",
           *           "status": "up"
           *         }
           *       }
           *     }
           */
          'text/event-stream':
            | components['schemas']['DashboardDto']
            | components['schemas']['AdminSessionRowDto']
            | components['schemas']['SessionGoneEventDto']
            | components['schemas']['UsageEventDto']
            | components['schemas']['OperationDto']
            | components['schemas']['AuditEntryDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reconcile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "dry_run": true
         *     }
         */
        'application/json': components['schemas']['ReconcileDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "dry_run": true,
           *       "at": "2026-05-04T08:45:00.000Z",
           *       "milliseconds": 120,
           *       "instances": 42,
           *       "sessions": 40,
           *       "repairs": [
           *         {
           *           "kind": "launch",
           *           "instance_id": "1f2e3d4c",
           *           "session_id": "ada-1f2e3d4c",
           *           "message": "Start the stopped container again",
           *           "done": null
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ReconciliationDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is under way already (`already_running`) */
      409: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 5
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The container engine is away (`engine_unavailable`); The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 10
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listRetainedVolumes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "retention_hours": 24,
           *       "volumes": [
           *         {
           *           "name": "jarvis-ada-1f2e3d4c-data",
           *           "instance_id": "1f2e3d4c",
           *           "session_id": "ada-1f2e3d4c",
           *           "user_id": "ada",
           *           "created_at": "2026-05-04T08:45:00.000Z",
           *           "ended_at": "2026-05-04T08:45:00.000Z",
           *           "purge_at": "2026-05-04T08:45:00.000Z",
           *           "size_bytes": 1048576
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['RetainedVolumesDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The container engine is away (`engine_unavailable`); The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 10
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  purgeVolumes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "instance_ids": [
         *         "1f2e3d4c"
         *       ]
         *     }
         */
        'application/json': components['schemas']['PurgeVolumesDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "purged": [
           *         "jarvis-ada-1f2e3d4c-data"
           *       ],
           *       "failures": [
           *         {
           *           "instance_id": "1f2e3d4c",
           *           "message": "No retained volume of this instance"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['PurgeResultDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The container engine is away (`engine_unavailable`); The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 10
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMessages: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "messages": [
           *         {
           *           "message_id": "5f1c0a9be8d24c7e",
           *           "text": "Lunch is served until 13:30. Your instances keep running.",
           *           "severity": "info",
           *           "created_at": "2026-05-04T08:45:00.000Z",
           *           "ends_at": "2026-05-04T08:45:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['MessageListDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSentMessages: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "messages": [
           *         {
           *           "message_id": "5f1c0a9be8d24c7e",
           *           "text": "Lunch is served until 13:30. Your instances keep running.",
           *           "severity": "info",
           *           "created_at": "2026-05-04T08:45:00.000Z",
           *           "ends_at": "2026-05-04T08:45:00.000Z",
           *           "actor": "admin"
           *         }
           *       ],
           *       "active": 42,
           *       "applied": 42
           *     }
           */
          'application/json': components['schemas']['SentMessageListDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  sendMessage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "Lunch is served until 13:30. Your instances keep running.",
         *       "severity": "info",
         *       "minutes": 60
         *     }
         */
        'application/json': components['schemas']['SendMessageDto'];
      };
    };
    responses: {
      /** @description It was made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "message_id": "5f1c0a9be8d24c7e",
           *       "text": "Lunch is served until 13:30. Your instances keep running.",
           *       "severity": "info",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "ends_at": "2026-05-04T08:45:00.000Z",
           *       "actor": "admin"
           *     }
           */
          'application/json': components['schemas']['SentMessageDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many messages (`too_many_messages`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  takeMessageBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The message
         * @example 5f1c0a9be8d24c7e
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such message (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDashboard: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "at": "2026-05-04T08:45:00.000Z",
           *       "host": {
           *         "cpus": 8,
           *         "cpu_percent": 37.5,
           *         "memory_bytes": 16777216000,
           *         "memory_used_bytes": 9120000000,
           *         "disk_bytes": 250000000000,
           *         "disk_used_bytes": 80000000000
           *       },
           *       "instances": {
           *         "instances": 46,
           *         "cpu_percent": 64.2,
           *         "memory_bytes": 2580000000,
           *         "at": "2026-05-04T08:45:00.000Z"
           *       },
           *       "warnings": [
           *         {
           *           "code": "disk_low",
           *           "severity": "warning",
           *           "message": "The disk has 1.5 GB left. Purge kept volumes or unused images, or add disk.",
           *           "action": "Purge kept volumes or unused images, or add disk."
           *         }
           *       ],
           *       "sessions": {
           *         "active": 42,
           *         "creating": 3,
           *         "stopping": 1,
           *         "reserved": 10,
           *         "max": 150
           *       },
           *       "pool": {
           *         "target": 20,
           *         "ready": 18,
           *         "starting": 2,
           *         "retiring": 0,
           *         "failing": false
           *       },
           *       "waiting": {
           *         "length": 4,
           *         "max_length": 1000,
           *         "estimated_wait_seconds": 90
           *       },
           *       "ports": {
           *         "start": 10000,
           *         "end": 20000,
           *         "total": 10001,
           *         "used": 92
           *       },
           *       "launches": {
           *         "count": 120,
           *         "failed": 2,
           *         "warm": 110,
           *         "p50_ms": 180,
           *         "p95_ms": 900
           *       },
           *       "services": {
           *         "redis": "up",
           *         "engine_version": "20.10.24",
           *         "images": [
           *           {
           *             "name": "jarvis-frontend:prod",
           *             "present": true
           *           }
           *         ],
           *         "engine": {
           *           "driver": "docker",
           *           "status": "up"
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['DashboardDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getLaunchHistory: {
    parameters: {
      query?: {
        /**
         * @description Minutes back from now.
         * @example 60
         */
        minutes?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "bucket_seconds": 60,
           *       "buckets": [
           *         {
           *           "at": "2026-05-04T08:45:00.000Z",
           *           "count": 12,
           *           "failed": 0,
           *           "warm": 11,
           *           "p50_ms": 180,
           *           "p95_ms": 900
           *         }
           *       ],
           *       "failures": [
           *         {
           *           "at": "2026-05-04T08:45:00.000Z",
           *           "session_id": "user123-a24fd782",
           *           "user_id": "user123",
           *           "code": "launch_failed",
           *           "message": "The backend ended at start"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['LaunchHistoryDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPlatformHistory: {
    parameters: {
      query?: {
        /**
         * @description Minutes back from now.
         * @example 60
         */
        minutes?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "samples": [
           *         {
           *           "at": "2026-05-04T08:45:00.000Z",
           *           "host_cpu_percent": 37.5,
           *           "host_memory_bytes": 9120000000,
           *           "instances_cpu_percent": 64.2,
           *           "instances_memory_bytes": 2580000000,
           *           "sessions": 42,
           *           "warm": 18,
           *           "waiting": 0
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['PlatformHistoryDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSessionUsage: {
    parameters: {
      query?: {
        /**
         * @description Minutes back from now.
         * @example 60
         */
        minutes?: number;
      };
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "frontend_memory_limit_bytes": 1073741824,
           *       "backend_memory_limit_bytes": 2147483648,
           *       "samples": [
           *         {
           *           "at": "2026-05-04T08:45:00.000Z",
           *           "frontend": {
           *             "cpu_percent": 1.4,
           *             "memory_bytes": 28000000
           *           },
           *           "backend": {
           *             "cpu_percent": 1.4,
           *             "memory_bytes": 28000000
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['SessionUsageDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSessionLogs: {
    parameters: {
      query?: {
        /**
         * @description How many of the last lines.
         * @example 500
         */
        tail?: number;
      };
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
        /**
         * @description Which container
         * @example frontend
         */
        service: 'frontend' | 'backend';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example 2026-05-04T08:45:00.000Z {"level":"info","message":"Listening"} */
          'text/plain': string;
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The container engine is away (`engine_unavailable`); The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 10
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  followSessionLogs: {
    parameters: {
      query?: {
        /**
         * @description How many of the last lines.
         * @example 500
         */
        tail?: number;
      };
      header?: never;
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
        /**
         * @description Which container
         * @example frontend
         */
        service: 'frontend' | 'backend';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Each `data:` line is one such object */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "at": "2026-05-04T08:45:00.000Z",
           *       "stream": "stdout",
           *       "text": "{\"level\":\"info\",\"message\":\"Listening\"}"
           *     }
           */
          'text/event-stream': components['schemas']['LogLineDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The container engine is away (`engine_unavailable`); The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 10
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listOperations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "operations": [
           *         {
           *           "operation_id": "5f1c0a9be8d24c7e9a31b6d0",
           *           "action": "extend",
           *           "hours": 2,
           *           "actor": "admin",
           *           "status": "running",
           *           "started_at": "2026-05-04T08:45:00.000Z",
           *           "finished_at": "2026-05-04T08:45:00.000Z",
           *           "total": 150,
           *           "succeeded": 148,
           *           "failed": 2,
           *           "failures": [
           *             {
           *               "session_id": "user123-a24fd782",
           *               "code": "gone",
           *               "message": "This session has ended."
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['OperationListDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  startOperation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "action": "extend",
         *       "session_ids": [
         *         "user123-a24fd782"
         *       ],
         *       "hours": 2
         *     }
         */
        'application/json': components['schemas']['StartOperationDto'];
      };
    };
    responses: {
      /** @description It goes on after this answer */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "operation_id": "5f1c0a9be8d24c7e9a31b6d0",
           *       "action": "extend",
           *       "hours": 2,
           *       "actor": "admin",
           *       "status": "running",
           *       "started_at": "2026-05-04T08:45:00.000Z",
           *       "finished_at": "2026-05-04T08:45:00.000Z",
           *       "total": 150,
           *       "succeeded": 148,
           *       "failed": 2,
           *       "failures": [
           *         {
           *           "session_id": "user123-a24fd782",
           *           "code": "gone",
           *           "message": "This session has ended."
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['OperationDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOperation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The operation
         * @example 5f1c0a9be8d24c7e9a31b6d0
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "operation_id": "5f1c0a9be8d24c7e9a31b6d0",
           *       "action": "extend",
           *       "hours": 2,
           *       "actor": "admin",
           *       "status": "running",
           *       "started_at": "2026-05-04T08:45:00.000Z",
           *       "finished_at": "2026-05-04T08:45:00.000Z",
           *       "total": 150,
           *       "succeeded": 148,
           *       "failed": 2,
           *       "failures": [
           *         {
           *           "session_id": "user123-a24fd782",
           *           "code": "gone",
           *           "message": "This session has ended."
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['OperationDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such operation (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  claimReservation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It goes on after this answer */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "mD3u…",
           *       "error": null,
           *       "session_token": "qkUuM5c0…",
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['CreatedSessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such reservation (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description You have enough instances (`user_limit`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 60
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform is full (`full`); The container engine is away (`engine_unavailable`); The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 30
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReservations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "total": 10,
           *       "reservations": [
           *         {
           *           "reservation_id": "5f1c0a9be8d24c7e9a31b6d0",
           *           "user_id": "ada@example.org",
           *           "hours": 8,
           *           "created_at": "2026-05-04T08:45:00.000Z",
           *           "expires_at": "2026-05-04T08:45:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ReservationListDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelReservation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The reservation
         * @example 5f1c0a9be8d24c7e9a31b6d0
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such reservation (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  checkRoster: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "csv": "user_id,hours,table\nada@example.org,8,4\ngrace@example.org,,4\n"
         *     }
         */
        'application/json': components['schemas']['RosterTextDto'];
      };
    };
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "rows": [
           *         {
           *           "line": 2,
           *           "user_id": "ada@example.org",
           *           "hours": 8,
           *           "count": 1,
           *           "metadata": {
           *             "table": "4"
           *           }
           *         }
           *       ],
           *       "bad_rows": [
           *         {
           *           "line": 3,
           *           "field": "hours",
           *           "message": "hours must be a number from 0.01 to 720, not \"soon\""
           *         }
           *       ],
           *       "sessions": 2,
           *       "available": 148
           *     }
           */
          'application/json': components['schemas']['RosterCheckDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 2
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createRoster: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description 16 to 255 characters, a UUID say: a repetition within the hour answers the same links and makes only what the first one could not
         * @example 2f1c9a5e-1b7d-4c52-9f0e-6f0c8f1f7a11
         */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "csv": "user_id,hours,table\nada@example.org,8,4\ngrace@example.org,,4\n",
         *       "mode": "reserve",
         *       "hours": 8,
         *       "hold_hours": 24,
         *       "skip_bad_rows": false
         *     }
         */
        'application/json': components['schemas']['CreateRosterDto'];
      };
    };
    responses: {
      /** @description It was made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "mode": "create",
           *       "entries": [
           *         {
           *           "line": 2,
           *           "user_id": "ada@example.org",
           *           "session_id": "ada-example-org-1f2e3d4c",
           *           "reservation_id": null,
           *           "link": "https://jarvis.example/#session=ada-example-org-1f2e3d4c&token=…",
           *           "expires_at": "2026-05-04T08:45:00.000Z"
           *         }
           *       ],
           *       "refused": [
           *         {
           *           "line": 3,
           *           "field": "hours",
           *           "message": "hours must be a number from 0.01 to 720, not \"soon\""
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['RosterResultDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Who are you? (`unauthorized`) */
      401: {
        headers: {
          /**
           * @description How to prove who you are (RFC 9110)
           * @example Basic realm="Jarvis admin", charset="UTF-8"
           */
          'WWW-Authenticate'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The roster has bad rows (`bad_roster`); This Idempotency-Key was used for another request (`idempotency_mismatch`) */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 42
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The container engine is away (`engine_unavailable`); The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 10
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rotateSessionKeys: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description 16 to 255 characters that nobody can guess, a UUID say: for an hour a repetition with the old token answers the same new one
         * @example 1f0b8a52-6a1e-4c0f-9d53-6f4a0f2f7b11
         */
        'Idempotency-Key'?: string;
        /**
         * @description `respond-async` (RFC 7240) does not wait for the new instance
         * @example respond-async
         */
        Prefer?: string;
      };
      path: {
        /**
         * @description The session's id
         * @example user123-a24fd782
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The instance answers to its new keys */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "mD3u…",
           *       "error": null,
           *       "session_token": "qkUuM5c0…",
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['CreatedSessionDto'];
        };
      };
      /** @description The start goes on */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "session_id": "user123-a24fd782",
           *       "user_id": "user123",
           *       "status": "active",
           *       "created_at": "2026-05-04T08:45:00.000Z",
           *       "expires_at": "2026-05-04T08:45:00.000Z",
           *       "metadata": {
           *         "table": 4
           *       },
           *       "frontend_url": "http://localhost:10000/?token=…",
           *       "backend_url": "http://localhost:10001/api/v1/",
           *       "access_token": "mD3u…",
           *       "error": null,
           *       "session_token": "qkUuM5c0…",
           *       "progress": {
           *         "step": "starting",
           *         "percent": 45,
           *         "message": "Starting your containers"
           *       },
           *       "containers": {
           *         "frontend": "running",
           *         "backend": "running"
           *       }
           *     }
           */
          'application/json': components['schemas']['CreatedSessionDto'];
        };
      };
      /** @description The request is not valid (`invalid`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such session (`not_found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session does not run (`not_active`); The keys of this session were exchanged by another request (`keys_exchanged`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This session has ended (`gone`) */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is too large (`too_large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The address is too long (`too_long`) */
      414: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This kind of body is not understood (`unsupported_media_type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This Idempotency-Key was used for another request (`idempotency_mismatch`) */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The keys of this session were exchanged a moment ago (`rotated_just_now`); Too many wrong passwords (`too_many_attempts`) */
      429: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 20
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The headers are too large (`headers_too_large`) */
      431: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The container engine is away (`engine_unavailable`); The platform cannot reach its memory (`redis_unavailable`) */
      503: {
        headers: {
          /**
           * @description After how many seconds to try again
           * @example 10
           */
          'Retry-After': number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
