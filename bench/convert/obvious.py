# The obvious program in Python: csv.DictReader, the mapping walked for each record, json.dumps. Gets the mapping as JSON.
import csv, json, resource, sys

extract, mapping_file = sys.argv[1:3]
with open(mapping_file, encoding='utf-8') as file:
    mapping = json.load(file)


def value_of(source, record):
    if 'constant' in source:
        return source['constant']
    cell = record[source['column']]
    if cell == '':
        return None
    if 'table' in source:
        return source['table'].get(cell)
    if 'lower' in source:
        return cell.lower() + source['suffix']
    if 'without' in source:
        return cell.replace(source['without'], '')
    if 'date' in source:
        return cell + source['suffix']
    return cell


def shaped(shape, record):
    made = {}
    for name, part in shape.items():
        if isinstance(part, list):
            value = [shaped(item, record) for item in part]
        elif isinstance(part.get('column', part.get('constant')), str):
            value = value_of(part, record)
        else:
            value = shaped(part, record)
        if value is not None or (isinstance(part, dict) and part.get('orNull') is True):
            made[name] = value
    return made or None


operations = []


def write():
    request = {'schemas': [mapping['bulk']], 'Operations': operations, 'failOnErrors': None}
    sys.stdout.write(json.dumps(request, ensure_ascii=False, separators=(',', ':')))
    sys.stdout.write('\n')
    operations.clear()


sys.stdout.reconfigure(encoding='utf-8', newline='\n')
with open(extract, encoding='utf-8', newline='') as file:
    for number, record in enumerate(csv.DictReader(file, strict=True), 1):
        if record['WorkerType'] == 'Intern':
            continue
        data = {'schemas': mapping['schemas'], **shaped(mapping['shape'], record)}
        operations.append({'method': 'POST', 'bulkId': f'record-{number}', 'path': '/Users', 'data': data})
        if len(operations) == 50:
            write()
if operations:
    write()
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({'maxRSS': usage.ru_maxrss, 'cpu': usage.ru_utime + usage.ru_stime}), file=sys.stderr)
