<?php

namespace Dateline\WordPress;

/**
 * What the editor is shown and the page may publish: the service's answer, cut down to known fields of known types.
 *
 * Texts are stored as found and escaped where they are printed.
 */
final class Findings
{
    private const LIST_MAX = 300;
    private const TEXT_CHARS_MAX = 2000;

    /** @var array<string, array<string, mixed>> Entities by their id in the answer. */
    private array $entities = [];

    /**
     * @param array<string, mixed> $answer Answer of POST /v1/extract.
     * @return array<string, mixed>
     */
    public static function fromAnswer(array $answer): array
    {
        $findings = new self();
        foreach ($findings->records($answer['entities']) as $entity) {
            $known = $findings->entity($entity);
            if ($known['id'] !== '' && $known['name'] !== '') {
                $findings->entities[$known['id']] = $known;
            }
        }
        return [
            'entities' => array_values($findings->entities),
            'quotes' => array_map([$findings, 'quote'], $findings->records($answer['quotes'])),
            'events' => array_map([$findings, 'event'], $findings->records($answer['events'])),
            'warnings' => array_map(
                static fn (array $warning): string => self::text($warning, 'detail'),
                array_slice($findings->records($answer['warnings'] ?? []), 0, 10)
            ),
            'model' => self::text(self::record($answer, 'meta'), 'model'),
        ];
    }

    /**
     * @param array<string, mixed> $entity
     * @return array<string, mixed>
     */
    private function entity(array $entity): array
    {
        $ids = self::record($entity, 'ids');
        $link = self::record($entity, 'link');
        $wikidata = self::text($ids, 'wikidata');
        $roles = $this->records($entity['roles'] ?? []);
        return [
            'id' => self::text($entity, 'id'),
            'type' => self::text($entity, 'type'),
            'name' => self::text($entity, 'name'),
            // The same in all posts, however each of them writes the name.
            'tag' => self::text($link, 'name') ?: self::text($entity, 'name'),
            'title' => $roles === [] ? '' : self::text($roles[0], 'title'),
            'description' => self::text($link, 'description'),
            'wikidata' => preg_match('/^Q[1-9][0-9]*$/', $wikidata) ? $wikidata : '',
            'mentions' => count($this->records($entity['mentions'] ?? [])),
            'salience' => self::number($entity, 'salience'),
            'confidence' => self::number($entity, 'confidence'),
        ];
    }

    /**
     * @param array<string, mixed> $quote
     * @return array<string, mixed>
     */
    private function quote(array $quote): array
    {
        $segments = array_map(
            static fn (array $segment): string => self::text($segment, 'text'),
            $this->records($quote['content'] ?? [])
        );
        $speaker = self::record($quote, 'speaker');
        return [
            'id' => self::text($quote, 'id'),
            'type' => self::text($quote, 'type'),
            'text' => implode(' … ', $segments),
            'speaker' => self::text($speaker, 'name'),
            'speaker_id' => self::text($speaker, 'entity_id'),
            'title' => self::text($speaker, 'title'),
            'resolution' => self::text($speaker, 'resolution'),
            'confidence' => self::number($quote, 'confidence'),
            'speaker_confidence' => self::number($speaker, 'confidence'),
        ];
    }

    /**
     * @param array<string, mixed> $event
     * @return array<string, mixed>
     */
    private function event(array $event): array
    {
        $arguments = [];
        foreach ($this->records($event['arguments'] ?? []) as $argument) {
            $arguments[] = ['role' => self::text($argument, 'role')] + $this->phrase($argument);
        }
        $time = self::record($event, 'time');
        $asserted = self::record($event, 'asserted_by');
        return [
            'id' => self::text($event, 'id'),
            'type' => self::text($event, 'type'),
            'trigger' => self::text(self::record($event, 'trigger'), 'text'),
            'arguments' => $arguments,
            'time' => self::text($time, 'value') ?: self::text($time, 'text'),
            'place' => $this->phrase(self::record($event, 'place')),
            'factuality' => self::text(self::record($event, 'factuality'), 'value'),
            'according_to' => $this->entities[self::text($asserted, 'entity_id')]['name'] ?? '',
            'confidence' => self::number($event, 'confidence'),
        ];
    }

    /**
     * A phrase of the text by the name of the entity that it means.
     *
     * @param array<string, mixed> $phrase
     * @return array{name: string, entity_id: string}
     */
    private function phrase(array $phrase): array
    {
        $id = self::text($phrase, 'entity_id');
        return ['name' => $this->entities[$id]['name'] ?? self::text($phrase, 'text'), 'entity_id' => $id];
    }

    /**
     * @param mixed $list
     * @return array<int, array<string, mixed>>
     */
    private function records($list): array
    {
        $records = array_values(array_filter(is_array($list) ? $list : [], 'is_array'));
        return array_slice($records, 0, self::LIST_MAX);
    }

    /**
     * @param array<string, mixed> $record
     * @return array<string, mixed>
     */
    private static function record(array $record, string $field): array
    {
        return isset($record[$field]) && is_array($record[$field]) ? $record[$field] : [];
    }

    /**
     * @param array<string, mixed> $record
     */
    private static function text(array $record, string $field): string
    {
        $value = is_string($record[$field] ?? null) ? $record[$field] : '';
        return mb_substr(trim((string) preg_replace('/\s+/u', ' ', $value)), 0, self::TEXT_CHARS_MAX);
    }

    /**
     * @param array<string, mixed> $record
     */
    private static function number(array $record, string $field): float
    {
        $value = $record[$field] ?? null;
        return is_int($value) || is_float($value) ? (float) $value : 0.0;
    }
}
