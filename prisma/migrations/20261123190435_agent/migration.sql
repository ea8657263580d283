-- AlterTable
ALTER TABLE "answers" ADD COLUMN "prompt" JSONB;

-- AlterTable
ALTER TABLE "model_profiles" ADD COLUMN "embedding_model" TEXT;
ALTER TABLE "model_profiles" ADD COLUMN "input_price" REAL;
ALTER TABLE "model_profiles" ADD COLUMN "output_price" REAL;

-- CreateTable
CREATE TABLE "semantic_changes" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "data_source_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB,
    "origin" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "semantic_changes_data_source_id_fkey" FOREIGN KEY ("data_source_id") REFERENCES "data_sources" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "semantic_versions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "data_source_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "published_by" TEXT NOT NULL,
    "published_at" DATETIME NOT NULL,
    CONSTRAINT "semantic_versions_data_source_id_fkey" FOREIGN KEY ("data_source_id") REFERENCES "data_sources" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "semantic_documents" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "data_source_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "semantic_documents_data_source_id_fkey" FOREIGN KEY ("data_source_id") REFERENCES "data_sources" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "semantic_vectors" (
    "data_source_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "encoder" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "vector" BLOB NOT NULL,

    PRIMARY KEY ("data_source_id", "item", "encoder"),
    CONSTRAINT "semantic_vectors_data_source_id_fkey" FOREIGN KEY ("data_source_id") REFERENCES "data_sources" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "verified_questions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "data_source_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "question_key" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sql" TEXT NOT NULL,
    "plan" JSONB,
    "status" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "origin_run_id" TEXT,
    "check" JSONB,
    "author" TEXT NOT NULL,
    "reviewer" TEXT,
    "review_note" TEXT,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "verified_questions_data_source_id_fkey" FOREIGN KEY ("data_source_id") REFERENCES "data_sources" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "golden_sets" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "data_source_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "golden_sets_data_source_id_fkey" FOREIGN KEY ("data_source_id") REFERENCES "data_sources" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "golden_cases" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "set_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "expected" TEXT NOT NULL,
    "sql" TEXT,
    "origin_run_id" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "golden_cases_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "golden_sets" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "evaluation_runs" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "data_source_id" TEXT NOT NULL,
    "set_id" TEXT,
    "set_name" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "model" TEXT,
    "semantic_version" INTEGER NOT NULL,
    "with_changes" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "scores" JSONB,
    "started_by" TEXT NOT NULL,
    "started_at" DATETIME NOT NULL,
    "finished_at" DATETIME,
    CONSTRAINT "evaluation_runs_data_source_id_fkey" FOREIGN KEY ("data_source_id") REFERENCES "data_sources" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "evaluation_results" (
    "run_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "expected" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "sql" TEXT,
    "expected_sql" TEXT,
    "engine" TEXT,
    "note" TEXT,
    "ms" REAL NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "cost" REAL,

    PRIMARY KEY ("run_id", "position"),
    CONSTRAINT "evaluation_results_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "evaluation_runs" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "tool_uses" (
    "tool" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_used_at" DATETIME NOT NULL,

    PRIMARY KEY ("tool", "day")
);

-- CreateTable
CREATE TABLE "model_uses" (
    "user_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "requests" INTEGER NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "cost" REAL NOT NULL,

    PRIMARY KEY ("user_id", "day", "model")
);

-- CreateTable
CREATE TABLE "answer_feedback" (
    "run_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,

    PRIMARY KEY ("run_id", "user_id"),
    CONSTRAINT "answer_feedback_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "answers" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_data_sources" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dialect" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "data_to_llm" TEXT NOT NULL DEFAULT 'aggregates',
    "schema_snapshot" JSONB,
    "schema_version" TEXT,
    "semantic_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL
);
INSERT INTO "new_data_sources" ("created_at", "data_to_llm", "dialect", "id", "is_default", "kind", "location", "name", "schema_snapshot", "schema_version", "updated_at") SELECT "created_at", "data_to_llm", "dialect", "id", "is_default", "kind", "location", "name", "schema_snapshot", "schema_version", "updated_at" FROM "data_sources";
DROP TABLE "data_sources";
ALTER TABLE "new_data_sources" RENAME TO "data_sources";
CREATE INDEX "data_sources_is_default_idx" ON "data_sources"("is_default");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "semantic_changes_data_source_id_kind_key_key" ON "semantic_changes"("data_source_id", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "semantic_versions_data_source_id_number_key" ON "semantic_versions"("data_source_id", "number");

-- CreateIndex
CREATE INDEX "semantic_documents_data_source_id_idx" ON "semantic_documents"("data_source_id");

-- CreateIndex
CREATE INDEX "verified_questions_data_source_id_status_idx" ON "verified_questions"("data_source_id", "status");

-- CreateIndex
CREATE INDEX "verified_questions_data_source_id_question_key_idx" ON "verified_questions"("data_source_id", "question_key");

-- CreateIndex
CREATE UNIQUE INDEX "golden_sets_data_source_id_name_key" ON "golden_sets"("data_source_id", "name");

-- CreateIndex
CREATE INDEX "golden_cases_set_id_idx" ON "golden_cases"("set_id");

-- CreateIndex
CREATE INDEX "evaluation_runs_data_source_id_started_at_idx" ON "evaluation_runs"("data_source_id", "started_at");

-- CreateIndex
CREATE INDEX "model_uses_day_idx" ON "model_uses"("day");

-- CreateIndex
CREATE INDEX "answer_feedback_created_at_idx" ON "answer_feedback"("created_at");
