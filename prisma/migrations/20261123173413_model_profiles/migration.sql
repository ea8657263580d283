-- CreateTable
CREATE TABLE "model_profiles" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "sealed_key" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL
);

-- AlterTable: by hand, because building the table anew would delete everything that refers to it
ALTER TABLE "data_sources" ADD COLUMN "data_to_llm" TEXT NOT NULL DEFAULT 'aggregates';

-- CreateIndex
CREATE UNIQUE INDEX "model_profiles_name_key" ON "model_profiles"("name");

-- CreateIndex
CREATE INDEX "model_profiles_active_idx" ON "model_profiles"("active");
