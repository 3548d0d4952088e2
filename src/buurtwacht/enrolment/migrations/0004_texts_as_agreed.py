from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enrolment', '0003_renewals_and_moves'),
    ]

    operations = [
        migrations.CreateModel(
            name='AgreedText',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=60)),
                ('language', models.CharField(max_length=8)),
                ('content', models.JSONField()),
            ],
            options={
                'ordering': ['text', 'language'],
            },
        ),
    ]
